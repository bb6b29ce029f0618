/** Three books side by side — contract, occupancy, money — and the file of the tenant: what does not agree, why, and where it is mended. */
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { mismatchKinds } from '../model.ts'
import { overduePast, paidPastEnd } from './money.ts'
import { inRooms } from './rooms.ts'

export type MismatchKind = keyof typeof mismatchKinds

const id = z.uuid().nullable()
export const mismatch = z.object({
  kind: z.enum(Object.keys(mismatchKinds) as [MismatchKind, ...MismatchKind[]]),
  building: z.uuid(),
  buildingName: z.string(),
  unit: id,
  unitName: z.string().nullable(),
  lease: id,
  number: z.string().nullable(),
  enterprise: id,
  name: z.string(),
  days: z.number().nullable(),
  sentence: z.string(),
  /** Where it is set right. */
  mend: z.enum(['occupancy', 'lease', 'receipt', 'enterprise']),
})
export type Mismatch = z.output<typeof mismatch>
export type Found = Omit<Mismatch, 'sentence' | 'mend'> & {
  /** What the sentence says beside the names. */
  told: Record<string, string | number | null>
}

/** What it is asked about; everything without. */
export type About = { lease?: string | undefined; building?: string | undefined }

/** All that does not agree today among the buildings the actor keeps, or what concerns one lease or building. */
export async function mismatchesOf(ctx: Ctx, of: About = {}): Promise<Mismatch[]> {
  return told([...(await inRooms(ctx, of)), ...(await overduePast(ctx, of)), ...(await paidPastEnd(ctx, of))])
}

/** The same without the book of money. */
export const roomMismatches = async (ctx: Ctx): Promise<Mismatch[]> => told(await inRooms(ctx, {}))

const order = Object.keys(mismatchKinds)
/** By kind, building and unit; buildings are compared once, and not for every row. */
function told(found: readonly Found[]): Mismatch[] {
  const names = [...new Set(found.map(({ buildingName }) => buildingName))].sort(compare)
  const place = new Map(names.map((name, at) => [name, at]))
  return found
    .toSorted(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        place.get(a.buildingName)! - place.get(b.buildingName)! ||
        compare(a.unitName ?? a.name, b.unitName ?? b.name),
    )
    .map(({ told, ...row }) => ({ ...row, sentence: sentences[row.kind]({ ...row, told }), mend: mended[row.kind] }))
}

const { compare } = new Intl.Collator('zh-CN', { numeric: true })

const mended: Record<MismatchKind, Mismatch['mend']> = {
  unoccupied: 'occupancy',
  unlet: 'lease',
  otherOccupant: 'occupancy',
  areaDiffers: 'occupancy',
  overdue: 'receipt',
  paidPastEnd: 'receipt',
  elsewhere: 'enterprise',
  absent: 'occupancy',
}

const sentences: Record<MismatchKind, (of: Found) => string> = {
  unoccupied: ({ unitName, name, number, days }) => `单元“${unitName}”由“${name}”承租（${number}），已 ${days} 天无人使用`,
  unlet: ({ unitName, name, told }) => `“${name}”自 ${told.since} 使用单元“${unitName}”，没有租约`,
  otherOccupant: ({ unitName, name, number, told }) =>
    `单元“${unitName}”由“${name}”承租（${number}），实际由“${told.occupant}”使用`,
  areaDiffers: ({ unitName, name, told }) =>
    `“${name}”承租单元“${unitName}” ${told.let} ㎡，登记使用 ${told.used} ㎡，相差 ${told.differ} ㎡`,
  overdue: ({ name, number, days, told }) => `“${name}”（${number}）逾期 ${told.amount} 元未付，最早一笔已逾期 ${days} 天`,
  paidPastEnd: ({ name, number, told }) =>
    `“${name}”（${number}）租期止于 ${told.last}，此后收款 ${told.amount} 元，超出应收 ${told.ahead} 元`,
  elsewhere: ({ name, number, buildingName, told }) =>
    `“${name}”承租“${buildingName}”（${number}），企业档案${told.building ? `登记在“${told.building}”` : '未填写所在楼宇'}`,
  absent: ({ name, buildingName }) => `“${name}”档案登记在“${buildingName}”，楼内没有其使用的单元`,
}
