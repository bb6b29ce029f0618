/** Objections to what is shown: whoever shows it examines them; an upheld one takes its item off the list. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { objectionStates } from '#modules/claim/flow.ts'
import { oneOf, text } from '#platform/fields.ts'
import { command, type In, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import './claim.css'

type Line = Out<'claim/objectionLines'>[number]
const tones: Record<keyof typeof objectionStates, Tone> = { open: 'warn', upheld: 'bad', dismissed: 'quiet' }

export default function Objections() {
  const of = useAddress({ texts: ['state'] })
  const asked = useQuery(query('claim/objectionLines', of.filter as In<'claim/objectionLines'>)) // the server checks the address
  return (
    <PageFrame
      title="公示异议"
      description="公示期内提出的异议，由公示单位核查；核查期间公示期中止，异议成立的撤下重新审核。"
      crumbs={[{ title: '兑现公示', to: '/office/publicities' }, { title: '公示异议' }]}
      actions={<Pick of={of} name="state" title="状态" choices={choicesOf(objectionStates)} />}
    >
      <Panel flush>
        <Loaded from={asked}>
          {(rows) =>
            rows.length ? <Lines of={rows} /> : <EmptyState title="没有公示异议" about="公众在门户公示页面提出的异议列在这里。" />
          }
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

/** On the page of a claim; nothing where nobody objected. */
export function ObjectionsOf({ claim }: { claim: string }) {
  const { data: rows } = useQuery(query('claim/objectionLines', { claim }))
  if (!rows?.length) return null
  return (
    <Panel title="公示异议" flush>
      <Lines of={rows} />
    </Panel>
  )
}

function Lines({ of }: { of: readonly Line[] }) {
  const today = useFrame()?.today
  const [chosen, choose] = useState<Line | null>(null)
  return (
    <>
      <ul className="claim-lines">
        {of.map((line) => (
          <li key={line.id}>
            <span className="name">
              <Link to={`/office/claims/${line.claim}`}>{line.claimName}</Link>{' '}
              <span className="quiet">
                {line.claimTitle} · {line.list}
              </span>
              <div>{line.text}</div>
              {line.finding && <div>核查结论：{line.finding}</div>}
              <div className="quiet claim-small">
                {line.number} · {line.name} {line.phone} · {line.raisedOn} 提出
                {line.decidedOn && `，${line.decidedOn} 由${line.by}核查`}
              </div>
            </span>
            {line.left !== null && <Clock left={line.left} dueOn={line.dueOn} today={today} />}
            <Mark tone={tones[line.status]}>{objectionStates[line.status]}</Mark>
            {line.mine && line.status === 'open' && (
              <Act inline onClick={() => choose(line)}>
                核查
              </Act>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={`核查 ${chosen?.number ?? ''}`} open={chosen !== null} onClose={() => choose(null)}>
        {chosen && <Decide id={chosen.id} onDone={() => choose(null)} />}
      </Dialog>
    </>
  )
}

const form = z.object({
  result: oneOf('核查结果', { upheld: '异议成立，撤下公示重新审核', dismissed: '异议不成立，继续公示' }),
  finding: text('核查结论', 1000),
})
function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay()
  const decide = useMutation(command('claim/decideObjection'))
  return (
    <RecordForm
      of={form}
      hints={{ finding: '提出异议的人可凭查询码看到' }}
      save="办结核查"
      onCancel={onDone}
      onSave={async ({ result, finding }) => {
        await decide.mutateAsync({ id, upheld: result === 'upheld', finding })
        say.done('已办结核查')
        onDone()
      }}
    />
  )
}
