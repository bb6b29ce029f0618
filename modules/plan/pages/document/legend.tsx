/** What the colours in the document mean. */

import { kinds } from '../kinds.ts'
import type { Mark } from './highlights.ts'

export function Legend({ marks }: { marks: readonly Mark[] }) {
  const present = new Set(marks.map(({ kind }) => kind))
  const words: [string, string][] = [...Object.entries(kinds), ['warning', '解析提示']]
  if (!present.size) return null
  return (
    <ul className="legend" aria-label="原文标记的含义">
      {words.flatMap(([kind, word]) =>
        present.has(kind)
          ? [
              <li key={kind}>
                <span className={`legend-mark hl hl-${kind}`} aria-hidden />
                {word}
              </li>,
            ]
          : [],
      )}
    </ul>
  )
}
