/** A call of the level above with two bids of the demo district, one of them with a university (演示数据). */
import { eq } from 'drizzle-orm'
import { enterprises } from '#modules/enterprise/tables.ts'
import { giveBackBid, handInBid, recommendBid, saveBid, startBid } from '#modules/policy/actions/bid.ts'
import { openCall } from '#modules/policy/actions/call.ts'
import { upperBids, upperCalls } from '#modules/policy/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed } from '../cast.ts'
import type { Scene } from '../stage.ts'

const call = {
  ...{
    title: '2026 年度软件产业高质量发展专项（演示）',
    level: 'city' as const,
    issuer: '市级主管部门（演示）',
    number: '演示通知〔2025〕3号',
  },
  ...{ openedOn: '2025-10-20', innerDeadline: '2025-12-12', deadline: '2025-12-26', most: 2 },
  text: '支持工业软件、基础软件、人工智能应用软件的研发和产业化。申报企业应在本区注册，研发投入不低于项目总投入的 60%；鼓励与高校、科研院所联合申报。每区推荐不超过 2 项。',
}
const project = '工业设备预测性维护平台研发（演示）'
const partners = [{ name: '示例大学计算机学院（演示）', kind: 'university' as const, part: '时序数据建模算法' }]
/** 分 */
const requested = 180_000_000

export function bidScenes(region: string): Scene[] {
  const [office, science, firm] = [actorNamed('周科', region), actorNamed('柯科', region), actorNamed('小满', region)]
  const scene = (day: string, hour: number, actor: typeof office, name: string, work: Scene['work']): Scene => ({
    ...{ day, hour, actor, action: `policy/${name}`, work },
  })
  return [
    scene('2025-10-21', 10, science, 'openCall', (ctx) => openCall(ctx, { ...call, org: science.org! })),
    scene('2025-11-10', 10, firm, 'startBid', async (ctx) =>
      startBid(ctx, { call: await callId(ctx), content: { project, requested, partners: [] } }),
    ),
    scene('2025-11-12', 10, firm, 'handInBid', async (ctx) => handInBid(ctx, await bid(ctx))),
    scene('2025-11-14', 10, science, 'giveBackBid', async (ctx) =>
      giveBackBid(ctx, { ...(await bid(ctx)), note: '联合高校申报的，请补充联合单位和分工' }),
    ),
    scene('2025-11-17', 10, firm, 'saveBid', async (ctx) =>
      saveBid(ctx, { ...(await bid(ctx)), content: { project, requested, partners } }),
    ),
    scene('2025-11-18', 10, firm, 'handInBid', async (ctx) => handInBid(ctx, await bid(ctx))),
    scene('2025-11-25', 10, science, 'recommendBid', async (ctx) =>
      recommendBid(ctx, { ...(await bid(ctx)), note: '材料齐全，推荐上报' }),
    ),
    scene('2025-11-27', 10, office, 'startBid', async (ctx) =>
      startBid(ctx, {
        call: await callId(ctx),
        enterprise: await someFirm(ctx),
        content: { project: '城市运行智能体应用（演示）', requested: 90_000_000, note: '企业纸质申报，办公室代为登记' },
      }),
    ),
  ]
}

async function callId({ db }: Ctx): Promise<string> {
  const [found] = await db.select({ id: upperCalls.id }).from(upperCalls).where(eq(upperCalls.title, call.title))
  return found!.id
}
async function bid({ db }: Ctx): Promise<{ id: string }> {
  const [found] = await db.select({ id: upperBids.id }).from(upperBids).where(eq(upperBids.project, project))
  return found!
}
/** The same one each time; not that of the first bid. */
async function someFirm({ db }: Ctx): Promise<string> {
  const rows = await db
    .select({ id: enterprises.id, org: enterprises.org })
    .from(enterprises)
    .where(eq(enterprises.status, 'active'))
    .orderBy(enterprises.creditCode)
    .limit(3)
  return rows.find(({ org }) => org === null)!.id
}
