/** Leases for tests: a draft on the usual terms, and one that is signed. */
import { eq } from 'drizzle-orm'
import { register } from '#modules/enterprise/actions/register.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { modules } from '#modules/index.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type Firms, firm } from './firms.ts'
import { region } from './it.ts'

const { lease } = modules
type Draft = Parameters<typeof lease.draft>[1]

/** A year from 1 April 2024 at 40 yuan by the quarter, for somebody who is not on file. */
export const terms = (units: readonly string[], rest: Partial<Draft> = {}): Draft => ({
  lessor: '缙云公司',
  tenant: '甲公司',
  from: '2024-04-01',
  to: '2025-03-31',
  rent: 40,
  units: units.map((unit) => ({ unit })),
  ...rest,
})

type How = Partial<Draft> & { by?: Actor; today?: string }
export const drawUp = (at: Firms, units: readonly string[], { by = at.who.jin, today = '2024-06-28', ...rest }: How = {}) =>
  at.play(by, today, lease.draft, terms(units, rest))

export async function signed(at: Firms, units: readonly string[], rest: How = {}): Promise<{ id: string; number: string }> {
  const drawn = await drawUp(at, units, rest)
  const { by = at.who.jin, today = '2024-06-28' } = rest
  await at.play(by, today, lease.sign, { id: drawn.id })
  return drawn
}

/** The n-th enterprise on file, with an account where one is named. */
export async function onFile(at: Firms, n: number, { account, ...rest }: Parameters<typeof firm>[2] & { account?: string } = {}) {
  const given = firm(at, n, { ...rest, anyway: true })
  const { id } = await at.play(at.who.office, '2024-06-01', register, given)
  const org = account && at.org(account)
  if (org)
    await at.run(machine(region), '2024-06-01', ({ db }) => db.update(enterprises).set({ org }).where(eq(enterprises.id, id!)))
  return { id: id!, name: given.name }
}
