/** One item in a list of the workbench: chosen by its head, shown in full once chosen, edited at its right. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Act } from '#web/ui/buttons.tsx'
import { type Span, useDesk } from '../desk.ts'

type EntryOf = {
  id: string
  span: Span | null
  number?: string | null
  title: ReactNode
  marks?: ReactNode
  children?: ReactNode
  /** Below the words: what else can be done here. */
  foot?: ReactNode
  onEdit?: () => void
}

export function Entry({ id, span, number, title, marks, children, foot, onEdit }: EntryOf) {
  const { chosen, choose, editable } = useDesk()
  const row = useRef<HTMLLIElement>(null)
  const isChosen = chosen === id
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li ref={row} className={isChosen ? 'entry chosen' : 'entry'} aria-current={isChosen || undefined}>
      <div className="entry-head">
        <button type="button" className="plain entry-title" onClick={() => choose(id, span)}>
          {number && <span className="entry-number">{number}</span>}
          {title}
        </button>
        {editable && onEdit && (
          <Act inline onClick={onEdit}>
            更正
          </Act>
        )}
      </div>
      {marks && <div className="row entry-marks">{marks}</div>}
      {children && <div className={isChosen ? 'entry-words' : 'entry-words short'}>{children}</div>}
      {!span && <div className="quiet entry-note">人工添加，无原文位置</div>}
      {foot && <div className="entry-foot">{foot}</div>}
    </li>
  )
}

type ListOf = { name: string; count: number; empty: string; add?: { word: string; onAdd: () => void }; children: ReactNode }

export function EntryList({ name, count, empty, add, children }: ListOf) {
  const { editable } = useDesk()
  return (
    <>
      <div className="entries-head">
        <h2>
          {name}
          <span className="quiet number"> {count}</span>
        </h2>
        {editable && add && <Act onClick={add.onAdd}>{add.word}</Act>}
      </div>
      {count ? <ul className="entries">{children}</ul> : <p className="quiet entries-empty">{empty}</p>}
    </>
  )
}
