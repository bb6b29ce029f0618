/** Saving one item of the plan, the same for every form. */
import { useMutation } from '@tanstack/react-query'
import { command, type In } from '#web/client.ts'
import { useSay } from '#web/ui/buttons.tsx'
import { type ItemEditing, type Span, useDesk } from '../desk.ts'
import { itemsOf, type Kind, type Whole } from '../kinds.ts'

export type Saved = In<'plan/saveItem'>
/** What every form of an item is given. */
export type FormOf = { editing: ItemEditing; onDone: () => void }

/** Saves an item where it stands in the text, then says so; what the server refuses is told by the form. */
export function useSave({ editing, onDone }: FormOf) {
  const { whole } = useDesk()
  const say = useSay()
  const save = useMutation(command('plan/saveItem'))
  const present = itemsOf(whole)[editing.what].find(({ id }) => id === editing.id)
  const at = {
    plan: whole.plan.id,
    ...(editing.id ? { id: editing.id } : {}),
    span: {
      spanStart: present?.spanStart ?? editing.span?.[0] ?? null,
      spanEnd: present?.spanEnd ?? editing.span?.[1] ?? null,
    },
  }
  return {
    at,
    store: (saved: Saved) => save.mutateAsync(saved),
    finish: () => {
      say.done(editing.id ? '已更正' : '已添加')
      onDone()
    },
  }
}

/** Says where in the text an item stands, its words unchanged. */
export function usePlace(whole: Whole) {
  const say = useSay()
  const save = useMutation(command('plan/saveItem'))
  return (id: string, [spanStart, spanEnd]: Span) => {
    const rows = itemsOf(whole)
    const kind = (Object.keys(rows) as Kind[]).find((one) => rows[one].some((row) => row.id === id))
    if (!kind) return
    const row = rows[kind].find((one) => one.id === id)
    // Kind and row come from the same list; what does not belong into the values is left out by the server.
    const saved = { kind, plan: whole.plan.id, id, values: { ...row, spanStart, spanEnd } } as unknown as Saved
    save.mutate(saved, { onSuccess: () => say.done('原文位置已更正'), onError: say.failed })
  }
}
