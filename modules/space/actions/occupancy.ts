/** Who uses what (使用): recorded with what shows it, ended, set right (plan task 8). */
import { z } from 'zod'
import { fileToSee } from '#modules/enterprise/queries.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day, text } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { annul, type Occupant, occupy, setRight, stayToSee, vacate } from '../history/occupy.ts'
import { keepPaper, paper } from '../history/record.ts'
import { keepers } from '../ledger/place.ts'
import { occupancy } from '../model.ts'

const done = z.object({ id: z.uuid() })
const which = { id: z.uuid('没有找到该使用记录') }
const { area, note } = occupancy.shape
const reason = text('更正理由', 500)
/** An enterprise on file, or only its name. */
const whom = {
  enterprise: z.uuid('请选择企业').nullable().default(null),
  occupant: text('使用单位', 120).nullable().default(null),
}

export const recordOccupancy = command(
  {
    label: '登记使用',
    who: keepers,
    input: z.object({
      unit: occupancy.shape.unit,
      ...whom,
      area,
      since: day('入驻日期'),
      until: day('退出日期').nullable().default(null),
      note: note.default(null),
      ...paper,
    }),
    output: z.object({ unit: z.uuid() }),
  },
  async (ctx, { enterprise, occupant, file, ...stay }) => {
    if (!file) throw invalid('登记使用应上传佐证材料（入驻确认单、现场照片等）')
    await occupy(ctx, { ...stay, ...(await occupantOf(ctx, enterprise, occupant)), evidence: await keepPaper(ctx, file) })
    return stay
  },
)

/** What is on file is not typed again. */
async function occupantOf(ctx: Ctx, enterprise: string | null, name: string | null): Promise<Occupant> {
  if (enterprise === null) {
    if (!name) throw invalid('请选择企业，或填写使用单位')
    return { enterprise: null, occupant: name, division: null }
  }
  const file = await fileToSee(ctx, enterprise)
  return { enterprise, occupant: file.name, division: file.industry.slice(0, 2) }
}

export const endOccupancy = command(
  {
    label: '办理退出',
    who: keepers,
    input: z.object({ unit: occupancy.shape.unit, on: day('退出日期'), note: note.default(null) }),
    output: z.object({ unit: z.uuid() }),
  },
  async (ctx, input) => {
    await vacate(ctx, input)
    return input
  },
)

export const correctOccupancy = command(
  {
    label: '更正使用记录',
    who: keepers,
    input: z.object({
      ...which,
      ...whom,
      area,
      since: day('入驻日期'),
      until: day('退出日期').nullable().default(null),
      reason,
      ...paper,
    }),
    output: done,
  },
  async (ctx, { id, enterprise, occupant, reason, file, ...stay }) => {
    const wrong = await stayToSee(ctx, id)
    const who = await occupantOf(ctx, enterprise, occupant)
    await setRight(ctx, wrong, { ...stay, ...who, evidence: (await keepPaper(ctx, file)) ?? wrong.evidence }, reason)
    return { id }
  },
)

export const annulOccupancy = command(
  { label: '作废使用记录', who: keepers, input: z.object({ ...which, reason: text('作废理由', 500) }), output: done },
  async (ctx, { id, reason }) => {
    await annul(ctx, await stayToSee(ctx, id), reason)
    return { id }
  },
)
