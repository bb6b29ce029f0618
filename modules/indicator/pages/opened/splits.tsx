/** The figure by place, trade and direction; every part leads to its rows. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { dimensions } from '#engines/indicator/definition.ts'
import { type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Halves, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import type { Asked } from '../opened.tsx'
import { figureOf, type Opened } from '../words.ts'

type Split = Out<'indicator/split'>
type Part = Split['parts'][number]

export const Splits = ({ of, asked }: { of: Opened; asked: Asked }) => (
  <Halves>
    {of.definition.dimensions.map((by) => (
      <OneSplit key={by} of={of} asked={asked} by={by} />
    ))}
  </Halves>
)

/** Each is asked for by itself: the first is there while the others are counted. */
function OneSplit({ of, asked, by }: { of: Opened; asked: Asked; by: Split['by'] }) {
  const found = useQuery(splitQuery(asked, by))
  return (
    <Panel title={`按${dimensions[by]}`}>
      <Loaded from={found} rows={4}>
        {(split) => (split.parts.length ? <Parts of={of} split={split} /> : <EmptyState title="没有可以拆分的记录" />)}
      </Loaded>
    </Panel>
  )
}

export const splitQuery = ({ code, day, version }: Asked, by: Split['by']) =>
  query('indicator/split', { code, ...(day && { day }), ...(version && { version }), by })

const hiddenWords: Record<NonNullable<Part['hidden']>, string> = {
  'fewer-than-three': '企业少于3家，不予显示',
  'protects-another': '避免推算出其他数据，不予显示',
}
const few = 12

function Parts({ of: { definition }, split: { by, parts } }: { of: Opened; split: Split }) {
  const [search] = useSearchParams()
  const [all, open] = useState(false)
  const largest = Math.max(0, ...parts.map(({ value }) => value ?? 0))
  // Months run on; everything else stands by size.
  const ordered = by === 'month' ? parts.toSorted((a, b) => a.part.localeCompare(b.part)) : parts
  const rowsOf = (part: string) => {
    const next = new URLSearchParams(search)
    for (const [key, value] of Object.entries({ tab: 'rows', by, part })) next.set(key, value)
    for (const key of ['page', 'read']) next.delete(key)
    return `?${next}`
  }
  return (
    <div className="split">
      {ordered.slice(0, all ? undefined : few).map((part) =>
        part.hidden ? (
          <div key={part.part} className="split-part split-hidden">
            <span className="split-name">{part.name}</span>
            <span className="split-value quiet">{hiddenWords[part.hidden]}</span>
          </div>
        ) : (
          <Link key={part.part} className="split-part" to={rowsOf(part.part)} preventScrollReset>
            <span className="split-name">{part.name}</span>
            <span className="split-track" aria-hidden="true">
              <span className="split-bar" style={{ display: 'block', width: widthOf(part.value, largest) }} />
            </span>
            <span className="split-value number">{figureOf(definition, part.value)}</span>
          </Link>
        ),
      )}
      {parts.length > few && (
        <Act inline onClick={() => open(!all)}>
          {all ? '收起' : `展开其余 ${parts.length - few} 项`}
        </Act>
      )}
    </div>
  )
}

const widthOf = (value: number | null, largest: number) => `${largest > 0 ? (Math.max(0, value ?? 0) / largest) * 100 : 0}%`
