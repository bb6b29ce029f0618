/** The workbench of a plan version: the document beside what was read from it, to be corrected, vouched for and published. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { query, Refusal } from '#web/client.ts'
import { GoTo } from '#web/ui/buttons.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/frame/states.tsx'
import { type Desk, DeskContext, type Editing, type Span } from './desk.ts'
import { type Look, PlanDocument } from './document/document.tsx'
import type { Mark } from './document/highlights.ts'
import { About } from './entries/about.tsx'
import { Directions, Passages, Zones } from './entries/passages.tsx'
import { PublishCheck } from './entries/publish.tsx'
import { Rail } from './entries/rail.tsx'
import { Targets } from './entries/targets.tsx'
import { Tasks } from './entries/tasks.tsx'
import { Units } from './entries/units.tsx'
import { Warnings } from './entries/warnings.tsx'
import { Editor } from './forms/editor.tsx'
import { usePlace } from './forms/save-item.ts'
import { itemsOf, type Kind, marksOf, type Tab, tabOf, tabs, type Whole } from './kinds.ts'
import { WorkbenchHead } from './workbench-head.tsx'
import './workbench.css'

export default function Workbench() {
  const { id = '' } = useParams()
  const whole = useQuery(query('plan/show', { id }))
  // The text never changes: it is fetched once, however often the items are.
  const text = useQuery({ ...query('plan/fullText', { id }), staleTime: 'static' })
  const trouble = whole.error ?? text.error
  if (whole.data && text.data) return <Bench key={id} whole={whole.data} text={text.data.text} />
  const back = <GoTo to="/office/plans">返回方案版本</GoTo>
  if (trouble instanceof Refusal && trouble.status === 404) return <EmptyState title={trouble.message} actions={back} />
  if (trouble) return <ErrorState error={trouble} onRetry={() => void Promise.all([whole.refetch(), text.refetch()])} />
  return <LoadingState rows={12} />
}

type Side = 'text' | 'items'
const sides = [
  { value: 'text', label: '原文' },
  { value: 'items', label: '条目' },
]

function Bench({ whole, text }: { whole: Whole; text: string }) {
  const orgs = useQuery(query('org/list', {})).data
  const [search, write] = useSearchParams()
  const [look, go] = useState<Look | null>(null)
  const [chosen, mark] = useState<string | null>(null)
  const [editing, edit] = useState<Editing | null>(null)
  const [side, turn] = useState<Side>('items')
  const asked = search.get('tab') as Tab | null
  const tab = asked && asked in tabs ? asked : 'about'
  const marks = useMemo(() => marksOf(whole), [whole])
  const open = useCallback((next: Tab) => write({ tab: next }, { replace: true }), [write])
  const lookAt = useCallback((span: Span) => {
    turn('text')
    go((before) => ({ span, at: (before?.at ?? 0) + 1 }))
  }, [])
  const editable = whole.plan.can.includes('publish')
  const place = usePlace(whole)
  const placed = Object.values(itemsOf(whole)).some((rows) => rows.some((row) => row.id === chosen)) ? chosen : null
  const desk: Desk = {
    whole,
    orgs: orgs ?? [],
    editable,
    chosen,
    choose: (id, span) => {
      mark(id)
      if (span) lookAt(span)
    },
    look: lookAt,
    find: (words) => {
      const at = text.indexOf(words)
      if (at >= 0) lookAt([at, at + words.length])
    },
    edit,
    open,
  }
  const chooseMark = useCallback(
    ({ id, kind }: Mark) => {
      mark(id)
      turn('items')
      open(tabOf[kind as Kind])
    },
    [open],
  )
  return (
    <DeskContext.Provider value={desk}>
      <div className="bench">
        <WorkbenchHead />
        <div className="bench-sides">
          <ViewSwitch name="查看" choices={sides} value={side} onChange={(next) => turn(next as Side)} />
        </div>
        <div className={`bench-panes show-${side}`}>
          <PlanDocument
            text={text}
            marks={marks}
            chosen={chosen}
            look={look}
            onChoose={chooseMark}
            onPlace={editable && placed ? (span) => place(placed, span) : undefined}
            onAdd={editable ? (what, span, words) => edit({ what, id: null, span, words }) : undefined}
          />
          <div className="items-pane">
            <Rail tab={tab} onOpen={open} />
            <section className="items" aria-label={tabs[tab]} key={tab}>
              {sections[tab]}
            </section>
          </div>
        </div>
      </div>
      <Editor editing={editing} onClose={() => edit(null)} />
    </DeskContext.Provider>
  )
}

const sections: Record<Tab, ReactNode> = {
  about: <About />,
  goal: <Passages what="goal" />,
  target: <Targets />,
  direction: <Directions />,
  zone: <Zones />,
  task: <Tasks />,
  safeguard: <Passages what="safeguard" />,
  unit: <Units />,
  warning: <Warnings />,
  publish: <PublishCheck />,
}
