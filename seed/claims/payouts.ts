/** Money on its way: the first batch has arrived, one line only after the firm corrected its account; a list is with the treasury. */
import { eq } from 'drizzle-orm'
import { keepOwnAccount } from '#modules/fund/actions/account.ts'
import { failPayment, settlePayment } from '#modules/payout/actions/receipt.ts'
import { awaiting, makeRemittance, sendRemittance } from '#modules/payout/actions/remittance.ts'
import { payments } from '#modules/payout/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Scene } from '#seed/stage.ts'
import { actorFor, type Book, keyOf, nameOf, people, scene } from './book.ts'
import { cases } from './cases.ts'
import { accountOf } from './course.ts'

const returned = '橙枢物联'
const corrected = { ...accountOf(returned), bank: '演示银行蔡家支行', number: '622200009999000011' }

export function payoutScenes(book: Book): Scene[] {
  const { treasury } = people(book.region)
  const pay = (day: string, hour: number, action: string, work: Scene['work']) =>
    scene(day, hour, treasury, `payout/${action}`, work)
  const sent = (day: string, list: string, which: (claim: string) => boolean = () => true): Scene[] => [
    pay(day, 10, 'makeRemittance', async (ctx) => {
      const waiting = (await awaiting(ctx, {})).filter(({ lacking, claim }) => lacking === null && which(claim))
      const { id } = await makeRemittance(ctx, { lines: waiting.map(({ claim, payee }) => ({ claim, payee })) })
      book.lists.set(list, id)
    }),
    pay(day, 16, 'sendRemittance', (ctx) => sendRemittance(ctx, { id: book.lists.get(list)! })),
  ]
  const only = cases.find(({ firm, to }) => firm === '逸弦云服务' && to === 'paying')!
  return [
    ...sent('2025-05-20', 'BK1'),
    pay('2025-05-28', 10, 'settlePayment', (ctx) => receive(ctx, book.lists.get('BK1')!)),
    scene('2025-06-04', 9, actorFor(returned, book.region), 'fund/keepOwnAccount', (ctx) => keepOwnAccount(ctx, corrected)),
    ...sent('2025-06-10', 'BK2'),
    pay('2025-06-17', 10, 'settlePayment', (ctx) => receive(ctx, book.lists.get('BK2')!, nameOf(returned))),
    ...sent('2025-12-01', 'BK3', (claim) => claim === book.claims.get(keyOf(only))),
  ]
}

/** All has arrived, but for the one whose account was wrong the first time. */
async function receive(ctx: Ctx, list: string, again: string | null = null): Promise<void> {
  const lines = await ctx.db.select().from(payments).where(eq(payments.remittance, list)).orderBy(payments.payee)
  for (const [at, { id, payee }] of lines.entries()) {
    if (payee === nameOf(returned) && again === null) await failPayment(ctx, { id, failure: '收款账号与户名不符' })
    else
      await settlePayment(ctx, {
        id,
        settledOn: ctx.today,
        voucher: `演示${ctx.today.replaceAll('-', '')}${String(at + 1).padStart(2, '0')}`,
      })
  }
}
