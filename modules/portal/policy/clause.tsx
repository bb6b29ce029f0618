/** One clause in plain words: whom it is for, what it asks, how much it gives, where it ends, what to bring (plan task 3). */
import type { CSSProperties, ReactNode } from 'react'
import type { ClauseWords, Line } from '#engines/policy/words.ts'

export function Clause({ of }: { of: ClauseWords }) {
  return (
    <section className="clause" id={of.code} aria-labelledby={`title-${of.code}`}>
      <h3 id={`title-${of.code}`}>
        <span className="quiet">{of.article}</span> {of.title}
      </h3>
      <p className="quiet">{[of.type, `对象：${of.payee}`, of.frequency, channelWords[of.channel] ?? of.channel].join(' · ')}</p>
      {of.plain && <p>{of.plain}</p>}
      <div className="clause-parts">
        <Part title="条件">{of.conditions.length ? <Lines of={of.conditions} /> : <p className="quiet">没有另外的条件</p>}</Part>
        <Part title="支持标准">
          <Lines of={of.amount} />
          {of.limits.length > 0 && (
            <ul className="limits">
              {of.limits.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </Part>
        {of.materials.length > 0 && (
          <Part title="材料">
            <ul>
              {of.materials.map(({ title, note }) => (
                <li key={title}>
                  {title}
                  {note && <span className="quiet">（{note}）</span>}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {of.afterwards.length > 0 && <Sentences title="享受后的要求" of={of.afterwards} />}
        {of.stacking.length > 0 && <Sentences title="与其他条款的关系" of={of.stacking} />}
      </div>
    </section>
  )
}

const channelWords: Record<string, string> = { 申报: '需申报', 免申即享: '免申即享，无需申报', 一事一议: '一事一议' }

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h4>{title}</h4>
    {children}
  </div>
)
const Sentences = ({ title, of }: { title: string; of: string[] }) => (
  <Part title={title}>
    <ul>
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </Part>
)

const Lines = ({ of }: { of: Line[] }) => (
  <ul className="lines">
    {of.map(({ depth, title, words }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order, nothing else names them
      <li key={at} style={{ '--depth': depth } as CSSProperties}>
        {title !== null && <span className="quiet">{title}：</span>}
        {words}
      </li>
    ))}
  </ul>
)
