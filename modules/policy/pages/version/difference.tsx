/** Two files of clauses beside one another, only what changed with the lines around it. */
import { difference, excerpt } from '#engines/text/difference.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'

type DifferenceOf = { before: string; after: string; base: string }

const signs = { same: ' ', out: '−', in: '＋' } as const
const words = { same: '', out: '删去', in: '增加' } as const

export function Difference({ before, after, base }: DifferenceOf) {
  const changes = difference(before, after)
  const count = changes.filter(({ is }) => is !== 'same').length
  if (count === 0) {
    return (
      <Panel>
        <EmptyState title={`与${base}相同`} />
      </Panel>
    )
  }
  return (
    <Panel title={`与${base}对照：${count} 行不同`} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keyboard */}
      <section className="clause-difference" tabIndex={0} aria-label={`与${base}对照`}>
        {excerpt(changes).map((change, at) =>
          change === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order, nothing else names them
            <div key={at} className="skipped">
              ……
            </div>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order, nothing else names them
            <div key={at} className={change.is}>
              <span className="number quiet">{change.after ?? change.before}</span>
              <span aria-hidden>{signs[change.is]}</span>
              <span className="visually-hidden">{words[change.is]}</span>
              <code>{change.text || ' '}</code>
            </div>
          ),
        )}
      </section>
    </Panel>
  )
}
