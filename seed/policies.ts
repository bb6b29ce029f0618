/** The library of policies in the demo district: files of clauses, documents of the levels above, questions, and a call for bids (演示数据). */
import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import type { Policy } from '#engines/policy/policy.ts'
import { readPolicy } from '#engines/policy/read/policy.ts'
import { arrange } from '#modules/fund/arrange.ts'
import { addDocument, explainDocument, releaseDocument } from '#modules/policy/actions/document.ts'
import { recordReview } from '#modules/policy/actions/review.ts'
import { draftVersion, publishVersion } from '#modules/policy/actions/version.ts'
import type { reviewItems } from '#modules/policy/model.ts'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed } from './cast.ts'
import { bidScenes } from './policies/bids.ts'
import { above, guides, readings } from './policies/documents.ts'
import { questionScenes } from './policies/questions.ts'
import type { Scene } from './stage.ts'

const folder = new URL('./policies/', import.meta.url)
type File = { text: string; policy: Policy }
export const policyFiles: File[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const { policy } = readPolicy(text)
    if (!policy) throw new Error(`${name} has flaws: npx mantianxing policy check seed/policies tells them`)
    return { text, policy }
  })
const fileOf = (code: string): File => policyFiles.find(({ policy }) => policy.code === code)!

/** 分 of a year, 100 million yuan over the four lines. */
const budget = { attract: 3_000_000_000, talent: 2_000_000_000, carrier: 3_500_000_000, platform: 1_500_000_000 }

export function policyScenes(region: string, until: string): Scene[] {
  const office = actorNamed('周科', region)
  const scene = (day: string, hour: number, action: string, work: Scene['work']): Scene => ({
    day,
    hour,
    actor: office,
    action,
    work,
  })
  return [
    ...above.map((document, at) => scene('2024-12-02', 9 + at / 60, 'policy/addDocument', (ctx) => enterAbove(ctx, document))),
    scene('2022-12-30', 10, 'policy/addDocument', enterBeibei),
    scene('2024-12-20', 9, 'fund/arrange', (ctx) => arrange(ctx, { year: 2025, basis: '演示预算', amounts: budget })),
    scene('2024-12-20', 10, 'policy/draftVersion', (ctx) => draftOf(ctx, fileOf('demo-measures'))),
    scene('2024-12-26', 10, 'policy/recordReview', reviewMeasures),
    scene('2024-12-30', 10, 'policy/publishVersion', publishMeasures),
    ...policyFiles
      .filter(({ policy }) => policy.demonstration)
      .map((file, at) => scene('2025-09-01', 9 + at / 60, 'policy/publishVersion', (ctx) => publishDemonstration(ctx, file))),
    ...questionScenes(region),
    ...bidScenes(region),
  ].filter(({ day }) => day <= until)
}

async function enterAbove(ctx: Ctx, document: (typeof above)[number]): Promise<void> {
  const { id } = await addDocument(ctx, document)
  await releaseDocument(ctx, { id })
}

async function enter(ctx: Ctx, { policy }: File): Promise<string> {
  const { code, title, level, demonstration, issuer, number, since, until, source } = policy
  const issuedOn = policy.issuedOn !== null && policy.issuedOn <= since ? policy.issuedOn : null
  const { id } = await addDocument(ctx, { code, title, level, demonstration, issuer, number, issuedOn, since, until, source })
  await explainDocument(ctx, { id, summary: readings[code] ?? null, guide: guides[code] ?? null })
  return id
}

/** In force since its day; its clauses stay a draft as long as their end and their sums are not known. */
async function enterBeibei(ctx: Ctx): Promise<void> {
  const file = fileOf('beibei-2022')
  const id = await enter(ctx, file)
  await releaseDocument(ctx, { id })
  await draftVersion(ctx, { policy: id, text: file.text, note: '按所见转载录入，金额和有效期待补' })
}

async function draftOf(ctx: Ctx, file: File): Promise<string> {
  const { id } = await draftVersion(ctx, { policy: await enter(ctx, file), text: file.text })
  return id
}

async function draftOfMeasures({ db }: Ctx): Promise<string> {
  const [draft] = await db
    .select({ id: policyVersions.id })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policy))
    .where(eq(policies.code, 'demo-measures'))
  return draft!.id
}

const reviewed: Record<keyof typeof reviewItems, string> = {
  entry: '不限定特定企业，不设置与申报事项无关的门槛',
  flow: '',
  cost: '按公开条件对符合条件的企业普遍适用，不与经济贡献挂钩',
  conduct: '',
}

async function reviewMeasures(ctx: Ctx): Promise<void> {
  const items = Object.entries(reviewed).map(([item, note]) => ({ item: item as keyof typeof reviewItems, holds: true, note })) // its own keys
  const version = await draftOfMeasures(ctx)
  await recordReview(ctx, {
    version,
    opinion: 'passed',
    items,
    reviewedOn: ctx.today,
    unit: '领导小组办公室公平竞争审查小组（演示）',
  })
}

async function publishMeasures(ctx: Ctx): Promise<void> {
  await publishVersion(ctx, { id: await draftOfMeasures(ctx) })
}

async function publishDemonstration(ctx: Ctx, file: File): Promise<void> {
  await publishVersion(ctx, { id: await draftOf(ctx, file) })
}
