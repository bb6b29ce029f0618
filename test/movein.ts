/** A small district that lets rooms: firms' people, an office body, a building with rooms on offer, and the rules of moving in. */
import { modules } from '#modules/index.ts'
import type { moveInStates } from '#modules/movein/flow.ts'
import { moveInRules } from '#modules/movein/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { units } from '#modules/space/tables.ts'
import { type Actor, type Ctx, machine } from '#platform/context.ts'
import { type Firms, openFirms } from './firms.ts'
import { region } from './it.ts'
import { openBuilding, type Stock } from './space.ts'

const { movein } = modules

export const rule = {
  since: '2024-01-01',
  days: { matching: 2, viewing: 5, applying: 10, reviewing: 3, deliberating: 10, contracting: 5, handover: 5, settling: 20 },
  jointArea: 300,
  owners: { registration: '科技局', statistics: '天生街道' },
  checkDays: 15,
  basis: '演示规则',
}

export async function openLetting() {
  const at = await openFirms()
  const office = await at.run(machine(region), '2024-01-01', async ({ db }) => {
    await db.insert(moveInRules).values(rule)
    const row = { name: '领导小组办公室', shortName: '领导小组办公室', kind: 'office' as const, aliases: [] }
    return (await db.insert(orgs).values(row).returning())[0]!.id
  })
  const rooms = { 101: 60.15, 102: 80.1, 103: 120, 104: 240.25, 105: 100, 106: 100 }
  const stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: rooms }] })
  const inCai = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道'), by: at.who.office }
  const other = await openBuilding(at, { name: '智慧大厦', ...inCai, storeys: [{ number: 1, units: { A1: 100, A2: 150 } }] })
  await at.run(machine(region), '2024-06-01', ({ db }) => db.update(units).set({ listed: true }))
  return { ...at, office, stock, other }
}
export type Letting = Firms & { office: string; stock: Stock; other: Stock }

/** What a visitor writes. */
export const asking = (rest: Partial<Parameters<typeof movein.ask>[1]> = {}): Parameters<typeof movein.ask>[1] => ({
  name: '重庆新芽软件有限公司',
  contact: '李工',
  phone: '13800000000',
  wanted: { areaFrom: 50, areaTo: 150, people: 8 },
  ...rest,
})

const today = '2024-06-28'
/** A paper to show for a step. */
export const paper = { name: '交付确认单.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4 交付确认')) }
export const terms = { lessor: '缙云公司', from: '2024-07-01', to: '2026-06-30', rent: 40, fee: 5 }
export const firm = (creditCode: string) => ({
  creditCode,
  legalForm: 'limited' as const,
  industry: '6513',
  originKind: 'established' as const,
})

type Way = { name?: string; units: string[]; to: keyof typeof moveInStates; by?: Actor; day?: string }
/** A matter brought to a state by the park: step by step through the actions. */
export async function bring(
  at: Letting,
  { name = '重庆新芽软件有限公司', units, to, by = at.who.jin, day = today }: Way,
): Promise<string> {
  const play = <I, O>(action: (ctx: Ctx, input: I) => Promise<O>, input: I) => at.play(by, day, action, input)
  const { id } = await play(movein.open, { name, contact: '李工', phone: '13800000000', wanted: { areaFrom: 50 } })
  const steps: Partial<Record<keyof typeof moveInStates, () => Promise<unknown>>> = {
    matching: () => play(movein.offer, { id, units }),
    viewing: () => play(movein.apply, { id }),
    reviewing: () => play(movein.approve, { id }),
    contracting: async () => {
      await play(movein.drawUp, { id, ...terms })
      await play(movein.contract, { id })
    },
    handover: () => play(movein.handOver, { id, handedOn: day, file: paper }),
  }
  for (const [state, step] of Object.entries(steps)) {
    if (state === to) break
    await step()
  }
  return id
}

/** Every item of the checklist done or not needed. */
export async function clearChecklist(at: Letting, id: string, day = today): Promise<void> {
  const { checklist } = await at.play(at.who.office, day, movein.one, { id })
  for (const { id: item, kind } of checklist) {
    if (kind === 'fit-out') await at.play(at.who.office, day, movein.waive, { id: item, reason: '精装交付' })
    else await at.play(at.who.office, day, movein.checkOff, { id: item })
  }
}
