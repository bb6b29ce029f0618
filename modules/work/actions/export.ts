/** The task breakdown (任务分解表) as it stands on the product's today, as a file to hand on. */
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { boardOn } from '../board.ts'
import { type BreakdownRow, breakdownDocument, breakdownSheet } from '../export.ts'

type Board = NonNullable<Awaited<ReturnType<typeof boardOn>>>

const kinds = {
  xlsx: { make: breakdownSheet, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { make: breakdownDocument, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const

export const breakdown = query(
  {
    label: '导出任务分解表',
    who: officials,
    input: z.object({ format: z.enum(['xlsx', 'docx'], { error: '请选择导出格式' }) }),
    output: download('任务分解表'),
  },
  async (ctx, { format }) => {
    const board = await boardOn(ctx)
    if (!board) throw conflict('尚无已发布的方案')
    const { make, type } = kinds[format]
    const { title, demo } = board.plan
    const rows = board.tasks.flatMap((task) => rowsOf(board, task, ctx.today))
    const bytes = await make({ planTitle: title, asOf: ctx.today, demo, rows })
    return { name: `任务分解表（截至${ctx.today}）.${format}`, type, bytes }
  },
)

/** Measures that were given up are left out; what is not broken down yet has one row. */
function rowsOf({ measures, live, names }: Board, task: Board['tasks'][number], today: string): BreakdownRow[] {
  const namesOf = (duty: 'lead' | 'partner') => task.units.filter((unit) => unit.duty === duty).map(({ name }) => name)
  const head = {
    group: task.group,
    taskNumber: task.number,
    taskTitle: task.title,
    lead: namesOf('lead').join('、'),
    partners: namesOf('partner'),
    light: task.light,
  }
  const bare = { ...head, measure: null, milestone: null, dueOn: null, owner: null, status: null }
  const rows = (measures.get(task.key) ?? [])
    .filter(({ droppedOn }) => !droppedOn)
    .flatMap((measure): BreakdownRow[] => {
      const own = (live.get(task.key) ?? []).filter((milestone) => milestone.measure === measure.id)
      if (!own.length) return [{ ...bare, measure: measure.title, dueOn: measure.dueOn, owner: names.get(measure.owner) ?? null }]
      return own.map(({ title, dueOn, doneOn, owner }) => ({
        ...head,
        measure: measure.title,
        milestone: title,
        dueOn,
        owner: names.get(owner) ?? null,
        status: doneOn ? '已完成' : dueOn < today ? '超期' : '未完成',
      }))
    })
  return rows.length ? rows : [bare]
}
