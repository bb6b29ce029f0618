/** Clauses in plain words, as the public reads them. */
import type { CSSProperties, ReactNode } from 'react'
import type { ClauseWords, Line } from '#engines/policy/words.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'

export function Clauses({ of }: { of: readonly ClauseWords[] }) {
  if (of.length === 0) {
    return (
      <Panel>
        <EmptyState title="尚无已发布的条款" about="在“条款版本”中起草，经公平竞争审查后发布。" />
      </Panel>
    )
  }
  return (
    <div className="stack">
      {of.map((clause) => (
        <Panel key={clause.code} title={`${clause.article} ${clause.title}`} actions={<Mark>{clause.pot}资金</Mark>}>
          <ClauseBody of={clause} />
        </Panel>
      ))}
    </div>
  )
}

export const ClauseBody = ({ of }: { of: ClauseWords }) => (
  <div className="stack tight">
    <p className="quiet">{[of.type, `对象：${of.payee}`, of.frequency, of.channel].join(' · ')}</p>
    {of.plain && <p>{of.plain}</p>}
    <div className="clause-parts">
      <Part title="条件">
        <Lines of={of.conditions} />
      </Part>
      <Part title="支持标准">
        <Lines of={of.amount} />
        <Sentences of={of.limits} />
      </Part>
      {of.materials.length > 0 && (
        <Part title="材料">
          <Sentences of={of.materials.map(({ title, note }) => (note ? `${title}（${note}）` : title))} />
        </Part>
      )}
      {of.afterwards.length + of.stacking.length > 0 && (
        <Part title="后续与叠加">
          <Sentences of={[...of.afterwards, ...of.stacking]} />
        </Part>
      )}
    </div>
  </div>
)

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h3 className="quiet">{title}</h3>
    {children}
  </div>
)

const Sentences = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
)

const Lines = ({ of }: { of: readonly Line[] }) => (
  <ul className="clause-lines">
    {of.map(({ depth, title, words }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order, nothing else names them
      <li key={at} style={{ '--depth': depth } as CSSProperties}>
        {title !== null && <span className="quiet">{title}：</span>}
        {words}
      </li>
    ))}
  </ul>
)
