/** What enterprises agree to, given on paper and recorded by the office; a few have taken it back. */
import { inArray } from 'drizzle-orm'
import type { directoryFields } from '#modules/enterprise/model.ts'
import { consents } from '#modules/enterprise/tables.ts'
import { keepFile } from '#platform/files.ts'
import { actorNamed } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import type { Firm } from '../firms/firms.ts'
import { isThere } from '../firms/growth.ts'
import { enterpriseId } from '../reports/report-rows.ts'
import { addRows } from '../rows.ts'

/** Gathered at meetings with enterprises. */
const gatherings = ['2023-05-24', '2024-04-17', '2024-10-23', '2025-05-21', '2025-10-15']
const withdrawnOn = '2025-11-19'

type Field = keyof typeof directoryFields
const choices: Field[][] = [
  ['industry', 'zone'],
  ['industry', 'zone', 'products'],
  ['industry', 'zone', 'products', 'phone'],
  ['industry', 'products'],
  ['industry', 'zone', 'products', 'address', 'phone'],
]

export function consentScenes(firms: Firm[], region: string): Scene[] {
  const actor = actorNamed('小何', region)
  const scenes = gatherings.map((day, nth): Scene => {
    const work: Scene['work'] = async (ctx) => {
      const bytes = Buffer.from(`企业授权书汇总（演示数据）\n收集日期：${day}\n`)
      const { id: evidence } = await keepFile(ctx, {
        name: `企业授权书汇总${day}（演示）.txt`,
        type: 'text/plain',
        bytes,
        audience: 'own',
      })
      await addRows(
        ctx,
        consents,
        given(firms, day, nth, region).map((row) => ({ ...row, evidence })),
      )
    }
    return { day, hour: 17, actor, action: 'enterprise/recordConsent', work }
  })
  const taken = firms
    .filter((firm) => allows(firm, 'directory') && firm.serial % 83 === 5)
    .map(({ serial }) => consentId(serial, 'directory', region))
  const withdraw: Scene = {
    day: withdrawnOn,
    actor,
    action: 'enterprise/recordTakingBack',
    work: ({ db }) => db.update(consents).set({ until: withdrawnOn }).where(inArray(consents.id, taken)),
  }
  return [...scenes, withdraw]
}

const shares = { directory: 0.41, policy: 0.15 }
type Purpose = keyof typeof shares
const allows = ({ serial, special }: Firm, purpose: Purpose) =>
  !special?.account && chanceOf('consent', serial, purpose).happens(shares[purpose])
const consentId = (serial: number, purpose: Purpose, region: string) => idOf(region, 'consent', String(serial), purpose)

/** Each at the first gathering it comes to. */
function given(firms: Firm[], day: string, nth: number, region: string): (typeof consents.$inferInsert)[] {
  const last = gatherings.length - 1
  const comes = (firm: Firm) => {
    const chosen = gatherings.findIndex(
      (on, i) => firm.knownOn < on && (i === last || chanceOf('comes', firm.serial, i).happens(0.4)),
    )
    return chosen === nth && isThere(firm, day)
  }
  return firms.filter(comes).flatMap((firm) =>
    (['directory', 'policy'] as const)
      .filter((purpose) => allows(firm, purpose))
      .map((purpose) => ({
        id: consentId(firm.serial, purpose, region),
        enterprise: enterpriseId(firm.serial, region),
        purpose,
        fields: purpose === 'directory' ? chanceOf('fields', firm.serial).pick(choices) : [],
        since: day,
        until: null,
        givenBy: firm.contact,
        evidence: null,
      })),
  )
}
