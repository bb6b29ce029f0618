/** What may be had together: the best lawful combination, and what was dropped or reduced and why. */
import type { Combination } from '#engines/policy/stack/combination.ts'
import { money } from '#engines/policy/wording.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import './decision.css'

type Props = { of: Combination; titles: ReadonlyMap<string, string> }
export function Combined({ of: { total, kept, dropped }, titles }: Props) {
  const called = (clause: string) => titles.get(clause) ?? clause
  return (
    <Panel title="可以一并享受">
      <p className="decision-total">
        <b className="number">{money(total)}</b>
        <span className="quiet">{kept.length > 0 ? `${kept.length} 项条款，已按叠加规则取最有利的组合` : '按现有数据暂无'}</span>
      </p>
      {kept.length > 0 && (
        <ul className="decision-lines">
          {kept.map(({ clause, amount, less }) => (
            <li key={clause}>
              {called(clause)} <b className="number">{money(amount)}</b>
              {less.map(({ by }) => (
                <small key={by} className="quiet">
                  ；{by}
                </small>
              ))}
            </li>
          ))}
        </ul>
      )}
      {dropped.length > 0 && (
        <>
          <h3>不能一并享受</h3>
          <ul className="decision-lines">
            {dropped.map(({ clause, amount, because }) => (
              <li key={clause}>
                {called(clause)}（单独享受 <span className="number">{money(amount)}</span>）：{because}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
