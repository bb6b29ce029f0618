/** Words selected in the document become an item: 添加为 目标、任务…… */
import { type RefObject, useEffect, useState } from 'react'
import type { Span } from '../desk.ts'

export const addable = { target: '目标', task: '任务', goal: '发展目标', zone: '空间布局', safeguard: '保障措施' } as const
export type Addable = keyof typeof addable

type Selected = { span: Span; left: number; top: number }
type Bar = {
  pane: RefObject<HTMLElement | null>
  text: string
  onAdd: (kind: Addable, span: Span, words: string) => void
  onPlace?: (span: Span) => void
}

export function SelectionBar({ pane, text, onAdd, onPlace }: Bar) {
  const [selected, select] = useState<Selected | null>(null)
  useEffect(() => {
    let timer = 0
    const look = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => select(pane.current && selectedIn(pane.current, text)), 150)
    }
    const leave = () => select(null)
    document.addEventListener('selectionchange', look)
    document.addEventListener('scroll', leave, { capture: true, passive: true })
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('scroll', leave, { capture: true })
    }
  }, [pane, text])
  if (!selected) return null
  const { span, left, top } = selected
  const done = () => window.getSelection()?.removeAllRanges()
  return (
    <div className="selection-bar" role="toolbar" aria-label="将选中的文字添加为" style={{ left, top }}>
      <span>添加为</span>
      {Object.entries(addable).map(([kind, word]) => (
        <button
          key={kind}
          type="button"
          // Pressing must not end the selection.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            onAdd(kind as Addable, span, text.slice(...span))
            done()
          }}
        >
          {word}
        </button>
      ))}
      {onPlace && (
        <button
          type="button"
          className="selection-place"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            onPlace(span)
            done()
          }}
        >
          作为选中条目的原文
        </button>
      )}
    </div>
  )
}

const barWidth = 540

function selectedIn(pane: HTMLElement, text: string): Selected | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null
  const span = trimmed(
    text,
    placeOf(pane, range.startContainer, range.startOffset),
    placeOf(pane, range.endContainer, range.endOffset),
  )
  if (!span) return null
  const box = range.getBoundingClientRect()
  const left = Math.max(8, Math.min(box.left, window.innerWidth - barWidth))
  const below = box.bottom + 8
  return { span, left, top: below > window.innerHeight - 56 ? Math.max(60, box.top - 48) : below }
}

/** Every piece says where it stands; a place between pieces is where the next one begins. */
function placeOf(pane: HTMLElement, node: Node, offset: number): number {
  const piece = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-at]')
  if (piece && node.nodeType === Node.TEXT_NODE) return Number(piece.dataset.at) + offset
  if (piece) return Number(piece.dataset.at) + (offset > 0 ? (piece.textContent?.length ?? 0) : 0)
  const after = document.createRange()
  after.setStart(node, offset)
  after.setEndAfter(pane)
  const next = [...pane.querySelectorAll<HTMLElement>('[data-at]')].find((one) => after.comparePoint(one, 0) >= 0)
  return next ? Number(next.dataset.at) : Number.POSITIVE_INFINITY
}

/** Without the blanks at either end. */
function trimmed(text: string, from: number, to: number): Span | null {
  const end = Math.min(to, text.length)
  const words = text.slice(from, end)
  const start = from + (words.length - words.trimStart().length)
  const stop = end - (words.length - words.trimEnd().length)
  return start < stop ? [start, stop] : null
}
