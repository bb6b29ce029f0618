/** What is shown before money is decided: all lists, those that still run first. */

import { money } from '#engines/policy/wording.ts'
import type { publicityLists } from '#modules/claim/actions/publicity.ts'
import { publicityStates } from '#modules/claim/flow.ts'

type Line = Awaited<ReturnType<typeof publicityLists>>[number]

export const Lists = ({ of }: { of: readonly Line[] }) => (
  <article className="wide publicities">
    <h1>兑现公示</h1>
    <p className="intro">
      政策资金拨付前，拟支持的企业、条款和金额在此公示。对公示内容有异议的，可在公示期内提出，核查期间公示期中止。
      <a href="/publicities/objection">查询异议核查结果</a>　公示期满的见<a href="/funds">资金公开</a>
    </p>
    {of.length === 0 && <p>目前没有公示。</p>}
    <ol className="firms">
      {of.map((line) => (
        <li key={line.id}>
          <h2>
            <a href={`/publicities/${line.number}`}>{line.title}</a>
          </h2>
          <p className="figures">
            <span>{publicityStates[line.status]}</span>
            <span>
              {line.since} 至 {line.until}
            </span>
            <span>
              {line.items} 件，拟支持 {money(line.approved)}
            </span>
            {line.status === 'open' && <strong>{remaining(line)}</strong>}
          </p>
        </li>
      ))}
    </ol>
  </article>
)

/** How long still, in words. */
export function remaining({ clock }: Pick<Line, 'clock'>): string {
  if (!clock) return ''
  if (clock.paused) return '有异议正在核查，公示期中止'
  if (clock.left < 0) return '公示期已满'
  return clock.left === 0 ? '今天是公示期最后一天' : `还有 ${clock.left} 个工作日`
}
