/** Questions about policy in the demo district and what was answered; some wait, one is late (演示数据). */
import { and, eq, type SQL } from 'drizzle-orm'
import { answerQuestion, askQuestion, extendQuestion } from '#modules/policy/actions/question.ts'
import { policies, policyQuestions } from '#modules/policy/tables.ts'
import { type Actor, type Ctx, visitor } from '#platform/context.ts'
import { actorNamed } from '../cast.ts'
import type { Scene } from '../stage.ts'

type Told = {
  on: string
  /** Who asks: a firm signed in, or a visitor by name. */
  by: { firm: string } | { name: string; phone: string }
  clause: string | null
  text: string
  complex?: true
  answer?: { on: string; text: string; open: boolean }
}

const told: Told[] = [
  {
    on: '2025-10-13',
    by: { name: '新芽软件（演示）', phone: '13800000011' },
    clause: 'rent',
    text: '我们是今年新注册的企业，还没有满一年，能申请房租补贴吗？人数按什么时点算？',
    answer: {
      on: '2025-10-14',
      text: '可以申请，不要求注册满一年。人数以本年度平台运行监测报表中的从业人员为准，面积按每人 10 ㎡ 且不超过实际租用面积计算。',
      open: true,
    },
  },
  {
    on: '2025-11-03',
    by: { firm: '小满' },
    clause: 'specialised',
    text: '同一年先认定专精特新中小企业，后认定“小巨人”，两次奖励能都拿吗？',
    complex: true,
    answer: { on: '2025-11-06', text: '按晋级补差：先享受的一档在后一档中抵扣，合计不超过“小巨人”一档的金额。', open: true },
  },
  {
    on: '2025-11-24',
    by: { name: '白鹭数据（演示）', phone: '13800000012' },
    clause: null,
    text: '总部在两江直管区，分公司在蔡家，分公司能申报区里的政策吗？',
    answer: { on: '2025-11-25', text: '条款要求注册地在本区且不在两江直管区，分公司不是独立法人，不能单独申报。', open: false },
  },
  {
    on: '2025-11-27',
    by: { name: '云雀科技（演示）', phone: '13800000013' },
    clause: null,
    text: '采购云服务的费用有没有支持？',
  },
  {
    on: '2025-12-01',
    by: { firm: '小满' },
    clause: 'rent',
    text: '续租的合同还没有签完，今年的补贴按旧合同的面积算还是新合同？',
    complex: true,
  },
]

export function questionScenes(region: string): Scene[] {
  const office = actorNamed('周科', region)
  return told.flatMap((one, at): Scene[] => {
    const asker = 'firm' in one.by ? actorNamed(one.by.firm, region) : visitor(region)
    const scene = (day: string, hour: number, actor: Actor, name: string, work: Scene['work']): Scene => ({
      ...{ day, hour: hour + at / 60, actor, action: `policy/${name}`, work },
    })
    const { complex, answer } = one
    return [
      scene(one.on, 10, asker, 'askQuestion', (ctx) => ask(ctx, one)),
      ...(complex
        ? [scene(one.on, 16, office, 'extendQuestion', async (ctx) => extendQuestion(ctx, { id: await idOf(ctx, one) }))]
        : []),
      ...(answer
        ? [
            scene(answer.on, 15, office, 'answerQuestion', async (ctx) =>
              answerQuestion(ctx, { id: await idOf(ctx, one), answer: answer.text, open: answer.open }),
            ),
          ]
        : []),
    ]
  })
}

async function ask(ctx: Ctx, { by, clause, text }: Told) {
  const [measures] = await ctx.db.select({ id: policies.id }).from(policies).where(eq(policies.code, 'demo-measures'))
  const who = 'firm' in by ? {} : by
  return askQuestion(ctx, { policy: measures!.id, clause, text, ...who })
}

async function idOf({ db }: Ctx, { text, on }: Told): Promise<string> {
  const same: SQL | undefined = and(eq(policyQuestions.text, text), eq(policyQuestions.askedOn, on))
  const [found] = await db.select({ id: policyQuestions.id }).from(policyQuestions).where(same)
  return found!.id
}
