/** What every part of the workbench shares: the version on it, what is chosen, and how to look, edit and move about. */
import { createContext, useContext } from 'react'
import type { Out } from '#web/client.ts'
import type { Kind, Tab, Whole } from './kinds.ts'

export type Org = Out<'org/list'>[number]
export type Span = readonly [start: number, end: number]

/** An item in the side sheet; without an id it is a new one, perhaps from words selected in the text. */
export type ItemEditing = { what: Kind; id: string | null; span?: Span; words?: string }
export type Editing = ItemEditing | { what: 'baseline'; id: string } | { what: 'about' } | { what: 'direction' }

export type Desk = {
  whole: Whole
  orgs: readonly Org[]
  editable: boolean
  chosen: string | null
  /** Chooses an item and shows its place in the text. */
  choose: (id: string, span: Span | null) => void
  /** Shows a place in the text. */
  look: (span: Span) => void
  /** Shows the first place where these words stand in the text. */
  find: (words: string) => void
  edit: (editing: Editing) => void
  open: (tab: Tab) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside the workbench')
  return desk
}

export const spanOf = ({ spanStart, spanEnd }: { spanStart: number | null; spanEnd: number | null }): Span | null =>
  spanStart === null || spanEnd === null ? null : [spanStart, spanEnd]

export const orgName = (orgs: readonly Org[], id: string | null) =>
  id === null ? null : (orgs.find((org) => org.id === id)?.shortName ?? '（已不在名录中）')
