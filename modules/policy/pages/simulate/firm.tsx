/** One firm under both sides: what each clause comes to, and why. */
import { useQuery } from '@tanstack/react-query'
import { verdicts } from '#engines/policy/policy.ts'
import { inTenThousands } from '#engines/policy/wording.ts'
import { type Out, query } from '#web/client.ts'
import { Halves, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import type { Input } from './result.tsx'

type Both = Out<'policy/simulatedFirm'>

export function BothSides({ input }: { input: Input & { enterprise: string } }) {
  const asked = useQuery(query('policy/simulatedFirm', input))
  return (
    <Loaded from={asked} rows={6}>
      {({ name, base, changed }) => (
        <Stack>
          <b>{name}</b>
          <Halves>
            <Side title="现行" of={base} other={changed} />
            <Side title="调整后" of={changed} other={base} />
          </Halves>
        </Stack>
      )}
    </Loaded>
  )
}

function Side({ title, of: { decisions, combination }, other }: { title: string; of: Both['base']; other: Both['base'] }) {
  return (
    <Panel title={`${title}：${inTenThousands(combination.total)} 万元`}>
      <ul className="simulated-decisions">
        {decisions.map(({ clause, article, verdict, amount, sentence }, at) => (
          <li key={clause} className={other.decisions[at]?.sentence === sentence ? undefined : 'simulated-differs'}>
            <b>
              {article} {verdicts[verdict]} {amount !== null && `${inTenThousands(amount)} 万元`}
            </b>
            <span className="quiet">{sentence}</span>
          </li>
        ))}
        {combination.dropped.map(({ clause, because }) => (
          <li key={`dropped ${clause}`} className="quiet">
            {because}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
