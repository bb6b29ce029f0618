/** What a file of clauses comes to: its flaws by line and column, and the result of every worked example. */
import { verdicts } from '#engines/policy/policy.ts'
import { money } from '#engines/policy/wording.ts'
import type { Out } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Flaws } from '#web/written.tsx'

type Tried = Out<'policy/checkText'>
type TriedOf = { of: Tried; waiting: boolean; onGo: (line: number, column: number) => void }

export const Tried = ({ of: { flaws, examples, clauses }, waiting, onGo }: TriedOf) => (
  <>
    <Flaws of={flaws} waiting={waiting} onGo={onGo}>
      {clauses} 条条款可以识别，{examples.length} 个样例全部相符。
    </Flaws>
    {examples.length > 0 && (
      <Panel title={`样例（${examples.length}）`}>
        <ul className="clause-examples">
          {examples.map(({ clause, title, line, column, agrees, wanted, came }) => (
            <li key={`${line}:${column}`}>
              <Mark tone={agrees ? 'good' : 'bad'}>{agrees ? '相符' : '不符'}</Mark>
              <div>
                <Act inline onClick={() => onGo(line, column)}>
                  {clause}：{title}
                </Act>
                <div className="quiet">
                  {resultOf(came)}
                  {!agrees && `，样例写的是${resultOf(wanted)}`}
                </div>
                <div className="quiet policy-small">{came.sentence}</div>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    )}
  </>
)

const resultOf = ({ verdict, amount }: Tried['examples'][number]['wanted']) =>
  amount === null || verdict !== 'granted' ? verdicts[verdict] : `${verdicts[verdict]} ${money(amount)}`
