/** A claim step by step: handed in by the firm, examined by the office, asked of the departments, as far as its case goes. */
import { appeal } from '#modules/claim/actions/appeal.ts'
import { save, saveAccount, start, submit, withdraw } from '#modules/claim/actions/apply.ts'
import { approve } from '#modules/claim/actions/decide.ts'
import { addMaterial } from '#modules/claim/actions/material.ts'
import { accept, conclude, giveBack, opine, pass, refuse } from '#modules/claim/actions/review.ts'
import { scanAll } from '#modules/claim/materials/job.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import type { Scene } from '#seed/stage.ts'
import { actorFor, type Book, keyOf, nameOf, people, scene } from './book.ts'
import type { Case, Claimant } from './cases.ts'

const order = ['draft', 'accepting', 'screening', 'joint', 'ranking', 'public', 'deciding', 'paying', 'paid']
/** What was given up on the way had come as far as the meeting, or only to be examined. */
const reached = ({ to }: Case) =>
  order.indexOf(
    ({ refused: 'joint', withdrawn: 'screening', correcting: 'screening', appealed: 'paying' } as Record<string, string>)[to] ??
      to,
  )

export function courseOf(one: Case, book: Book): Scene[] {
  const { office, jury, system } = people(book.region)
  const firm = actorFor(one.firm, book.region)
  const id = () => ({ id: book.claims.get(keyOf(one))! })
  const far = reached(one)
  const step = (at: number, hour: number, actor: Actor, name: string, work: (ctx: Ctx) => Promise<unknown>): Scene =>
    scene(addWorkdays(one.on, at), hour, actor, `claim/${name}`, work)
  const opinions = one.opinions ?? []
  return [
    step(0, 9, firm, 'start', (ctx) => begin(ctx, one, book)),
    ...(far >= 1
      ? [
          step(0, 10, system, 'scan', (ctx) => scanAll((work) => work(ctx), null)),
          step(0, 11, firm, 'submit', (ctx) => submit(ctx, id())),
        ]
      : []),
    ...(far >= 2 ? [step(2, 10, office, 'accept', (ctx) => accept(ctx, id()))] : []),
    ...(far >= 3 ? [step(4, 10, office, 'pass', (ctx) => pass(ctx, { ...id(), opinion: '材料齐全，符合申报条件' }))] : []),
    ...(far >= 3
      ? opinions.map((given, at) => step(6 + 2 * at, 15, jury[at]!, 'opine', (ctx) => opine(ctx, { ...id(), ...given })))
      : []),
    ...(far >= 4 ? [step(10, 16, office, 'conclude', (ctx) => conclude(ctx, { ...id(), ...concludedBy(one) }))] : []),
    ...(one.approvedOn ? [scene(one.approvedOn, 10, office, 'claim/approve', (ctx) => approve(ctx, id()))] : []),
    ...endOf(one, firm, office, id),
  ]
}

const concludedBy = ({ concluded }: Case) => (concluded ? { amount: concluded.amount, opinion: concluded.text } : {})

function endOf({ to, because, appeal: against }: Case, firm: Actor, office: Actor, id: () => { id: string }): Scene[] {
  const given = because && {
    correcting: scene(because.on, 14, office, 'claim/giveBack', (ctx) => giveBack(ctx, { ...id(), opinion: because.text })),
    refused: scene(because.on, 14, office, 'claim/refuse', (ctx) => refuse(ctx, { ...id(), reason: because.text })),
    withdrawn: scene(because.on, 14, firm, 'claim/withdraw', (ctx) => withdraw(ctx, { ...id(), reason: because.text })),
  }
  return [
    ...(given ? [given[to as keyof typeof given]] : []),
    ...(against ? [scene(against.on, 9, firm, 'claim/appeal', (ctx) => appeal(ctx, { ...id(), text: against.text }))] : []),
  ]
}

async function begin(ctx: Ctx, one: Case, book: Book): Promise<void> {
  const { id } = await start(ctx, { cycle: book.cycles.get(one.batch)!, clause: one.clause })
  book.claims.set(keyOf(one), id)
  if (one.declared) await save(ctx, { id, declared: one.declared })
  await saveAccount(ctx, accountOf(one.firm))
  for (const title of one.materials ?? []) await addMaterial(ctx, { claim: id, title, file: paper(title) })
}

/** Made of the name: the same each time, and nobody's. */
export const accountOf = (firm: Claimant) => ({
  holder: nameOf(firm),
  bank: '演示银行北碚支行',
  number: `62220000${String([...firm].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 10_000_000_000, 7)).padStart(10, '0')}`,
})

export const paper = (title: string) => ({
  name: `${title}（演示）.pdf`,
  bytes: new Uint8Array(Buffer.from(`%PDF-1.4\n${title}（演示数据）\n%%EOF`)),
})
