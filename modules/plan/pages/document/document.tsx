/** The document itself: every extracted place marked, chosen by clicking, added to by selecting; drawn only where it is seen. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '../desk.ts'
import { DocumentChunk } from './document-chunk.tsx'
import { cutChunks, type Mark, markAt } from './highlights.ts'
import { Legend } from './legend.tsx'
import { useSeen } from './seen.ts'
import type { Addable } from './selection-bar.tsx'
import { SelectionBar } from './selection-bar.tsx'
import './document.css'

export type Look = { span: Span; at: number }
type DocumentOf = {
  text: string
  marks: readonly Mark[]
  chosen: string | null
  /** A place to go to; another `at` goes there again. */
  look: Look | null
  onChoose: (mark: Mark) => void
  /** Absent where nothing may be changed. */
  onAdd?: (kind: Addable, span: Span, words: string) => void
  /** The selected words are where the chosen item stands. */
  onPlace?: (span: Span) => void
}

/** Documents of this many chunks are drawn whole, so that the browser's own search finds everything. */
const drawnWhole = 24

export function PlanDocument({ text, marks, chosen, look, onChoose, onAdd, onPlace }: DocumentOf) {
  const pane = useRef<HTMLElement>(null)
  const chunks = useMemo(() => cutChunks(text), [text])
  const bodyStart = useMemo(() => text.search(/^[一二三四五六七八九十]{1,3}、/m), [text])
  const wanted = look ? chunks.findIndex(({ end }) => look.span[0] < end) : -1
  const seen = useSeen(pane, chunks.length, wanted, drawnWhole)
  const all = useMemo(
    () => (look ? [...marks, { kind: 'look', id: 'look', start: look.span[0], end: look.span[1] }] : marks),
    [marks, look],
  )
  usePulse(pane, look)
  useChoice(pane, marks, chosen, onChoose)
  return (
    <div className="doc-pane">
      <Legend marks={marks} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area is reached by keyboard */}
      <section className="doc" ref={pane} aria-label="方案原文" tabIndex={0}>
        <div className="doc-page">
          {chunks.map((chunk, at) => (
            <DocumentChunk
              key={chunk.start}
              at={at}
              text={text}
              chunk={chunk}
              marks={all}
              chosen={chosen}
              bodyStart={bodyStart}
              drawn={seen.has(at)}
            />
          ))}
        </div>
      </section>
      {onAdd && <SelectionBar pane={pane} text={text} onAdd={onAdd} onPlace={onPlace} />}
    </div>
  )
}

/** Scrolls to the place asked for and lets it light up once. */
function usePulse(pane: React.RefObject<HTMLElement | null>, look: Look | null): void {
  const [done, finish] = useState(0)
  useEffect(() => {
    if (!look || look.at === done) return
    const pieces = [...(pane.current?.querySelectorAll<HTMLElement>('[data-look]') ?? [])]
    if (!pieces[0]) return
    finish(look.at)
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    // Gliding over a long way would draw everything between.
    const near = Math.abs(pieces[0].getBoundingClientRect().top) < 4000
    pieces[0].scrollIntoView({ block: 'center', behavior: near && !calm ? 'smooth' : 'auto' })
    for (const piece of pieces) {
      piece.classList.remove('pulse')
      // Reading the layout restarts the animation.
      void piece.offsetWidth
      piece.classList.add('pulse')
    }
  })
}

/** One listener for all marks; the list beside is the way for the keyboard. */
function useChoice(
  pane: React.RefObject<HTMLElement | null>,
  marks: readonly Mark[],
  chosen: string | null,
  onChoose: (mark: Mark) => void,
): void {
  useEffect(() => {
    const element = pane.current
    const choose = ({ target }: MouseEvent) => {
      if (!window.getSelection()?.isCollapsed) return
      const ids = (target as HTMLElement).closest<HTMLElement>('[data-marks]')?.dataset.marks?.split(' ')
      const here = ids?.flatMap((id) => marks.find((mark) => mark.id === id) ?? [])
      const mark = here && markAt(here, chosen)
      if (mark) onChoose(mark)
    }
    element?.addEventListener('click', choose)
    return () => element?.removeEventListener('click', choose)
  }, [pane, marks, chosen, onChoose])
}
