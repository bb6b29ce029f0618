/** A few thousand characters of the document: lines as an official document sets them, pieces under their marks. */
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { type Chunk, cutPieces, linesOf, type Mark, type Piece } from './highlights.ts'

type ChunkOf = {
  at: number
  text: string
  chunk: Chunk
  marks: readonly Mark[]
  chosen: string | null
  /** Where the first chapter begins; before it stand title, addressees and date. */
  bodyStart: number
  drawn: boolean
}

export function DocumentChunk({ at, text, chunk, marks, chosen, bodyStart, drawn }: ChunkOf) {
  const box = useRef<HTMLDivElement>(null)
  const height = useRef(0)
  useLayoutEffect(() => {
    if (drawn) height.current = box.current?.offsetHeight ?? 0
  })
  const within = useMemo(() => marks.filter(({ start, end }) => start < chunk.end && end > chunk.start), [marks, chunk])
  const chosenHere = within.some(({ id }) => id === chosen) ? chosen : null
  const style = drawn ? undefined : { height: height.current || (chunk.end - chunk.start) * 1.1 }
  return (
    <div ref={box} data-chunk={at} style={style}>
      {drawn && <Lines text={text} chunk={chunk} marks={within} chosen={chosenHere} bodyStart={bodyStart} />}
    </div>
  )
}

type LinesOf = Omit<ChunkOf, 'at' | 'drawn'>
const sameMarks = (a: readonly Mark[], b: readonly Mark[]) => a.length === b.length && a.every((mark, i) => mark === b[i])
const Lines = memo(
  function Lines({ text, chunk, marks, chosen, bodyStart }: LinesOf) {
    return linesOf(text, chunk).map((line) => (
      <p key={line.start} className={lineClass(text.slice(line.start, line.end), line.start < bodyStart)}>
        {cutPieces(line, marks).map((piece) => (
          <PieceOf key={piece.start} text={text} piece={piece} chosen={chosen} />
        ))}
      </p>
    ))
  },
  (before, after) =>
    before.text === after.text &&
    before.chunk === after.chunk &&
    before.chosen === after.chosen &&
    before.bodyStart === after.bodyStart &&
    sameMarks(before.marks, after.marks),
)

function lineClass(line: string, front: boolean): string {
  const words = line.trim()
  if (/^[一二三四五六七八九十]{1,3}、/.test(words) && words.length < 60) return 'doc-chapter'
  if (/^（[一二三四五六七八九十]{1,3}）/.test(words) && words.length < 40) return 'doc-section'
  return front && words.length < 45 && !/[。；：]$/.test(words) ? 'doc-front' : 'doc-line'
}

function PieceOf({ text, piece: { start, end, marks }, chosen }: { text: string; piece: Piece; chosen: string | null }) {
  const words = text.slice(start, end)
  if (!marks.length) return <span data-at={start}>{words}</span>
  const items = marks.filter(({ kind }) => kind !== 'look')
  const [inner, outer] = items
  const names = [
    inner && `hl hl-${inner.kind}`,
    outer && `in in-${outer.kind}`,
    inner?.id === chosen ? 'chosen' : items.some(({ id }) => id === chosen) && 'around',
  ]
  return (
    <mark
      className={names.filter(Boolean).join(' ')}
      data-at={start}
      data-marks={items.map(({ id }) => id).join(' ') || undefined}
      data-look={items.length < marks.length || undefined}
    >
      {words}
    </mark>
  )
}
