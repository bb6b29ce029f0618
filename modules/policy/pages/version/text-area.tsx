/** A text with its lines numbered; a line is never folded, so that numbers stand beside what they count. */
import { type Ref, useRef } from 'react'

type TextOf = {
  value: string
  /** Without it the text is only read. */
  onChange?: (text: string) => void
  area?: Ref<HTMLTextAreaElement>
  /** Lines with something against them. */
  flawed?: ReadonlySet<number>
  /** How many lines are seen at once. */
  rows?: number
}

export function TextArea({ value, onChange, area, flawed, rows = 32 }: TextOf) {
  const gutter = useRef<HTMLDivElement>(null)
  const count = value.split('\n').length
  return (
    <div className="clause-text">
      <div className="clause-gutter" ref={gutter} aria-hidden>
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <div key={at} className={flawed?.has(at + 1) ? 'flawed' : undefined}>
            {at + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label="条款文件"
        rows={Math.min(rows, Math.max(count, onChange ? rows : 1))}
        wrap="off"
        spellCheck={false}
        readOnly={!onChange}
        value={value}
        onChange={({ target }) => onChange?.(target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}
