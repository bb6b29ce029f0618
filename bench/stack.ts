/** How long the best lawful combination of clauses takes for a firm, beside trying every set, and how it grows with the candidates. */
import { bestOfAllSets } from '#engines/policy/stack/brute-force.ts'
import { bestCombination, type Candidate } from '#engines/policy/stack/combination.ts'
import { drawing, randomCase, type StackingCase } from '#engines/policy/stack/random-case.ts'
import { ms, ratio } from './measure.ts'

const firms = 10_000

export async function bench(): Promise<void> {
  screened()
  besideTryingAll()
  for (const count of [15, 20, 25, 30]) entangled(count)
}

/** Rules of several policies over 40 clauses; a firm meets 5 to 20 of them. */
function screened(): void {
  const cases = Array.from({ length: firms }, (_, n) =>
    randomCase(n, { candidates: 5 + (n % 16), clauses: 20, rules: 30, past: 4, largest: 50_000_000, year: 2025, projects: true }),
  )
  const { mean, p99, largest } = timed(cases)
  console.log(`${firms} firms, 5–20 candidates, up to 30 rules: ${ms(mean)} a firm (p99 ${ms(p99)}, longest ${ms(largest)})`)
}

function besideTryingAll(): void {
  for (const candidates of [6, 10, 14]) {
    const cases = Array.from({ length: 50 }, (_, n) =>
      randomCase(n, { candidates, clauses: 10, rules: 20, past: 4, largest: 50_000_000, year: 2025, projects: true }),
    )
    const begun = performance.now()
    for (const one of cases) bestOfAllSets(one)
    const all = (performance.now() - begun) / cases.length
    const { mean } = timed(cases)
    console.log(`${candidates} candidates, every set tried: ${ms(all)} a firm, ${ratio(all, mean)} the search (${ms(mean)})`)
  }
}

/** One component of so many: pairs that exclude one another, deductions and caps that overlap, in equal parts. */
function entangled(count: number): void {
  for (const [name, kinds] of [
    ['exclusive pairs', ['exclusive']],
    ['deductions', ['deduct']],
    ['caps', ['together']],
    ['all kinds', ['exclusive', 'deduct', 'together']],
  ] as const) {
    const cases = Array.from({ length: 20 }, (_, n) => knot(n, count, kinds))
    const { mean, largest } = timed(cases)
    console.log(`one component of ${count}, ${name}: ${ms(mean)} (longest of 20 ${ms(largest)})`)
  }
}

function knot(seed: number, count: number, kinds: readonly ('exclusive' | 'deduct' | 'together')[]): StackingCase {
  const draw = drawing(seed)
  const below = (end: number) => Math.floor(draw() * end)
  const candidates = Array.from(
    { length: count },
    (_, n): Candidate => ({ clause: `p/${n + 100}`, project: null, amount: 1 + below(5000) * 10_000 }),
  )
  const clause = () => candidates[below(count)]!.clause
  const stacking = Array.from({ length: count }, (_, n): StackingCase['stacking'][number] => {
    const is = kinds[n % kinds.length]!
    if (is === 'exclusive') return { is, title: '不同享', clauses: [candidates[n]!.clause, clause()], within: 'year' }
    if (is === 'deduct') return { is, title: '抵扣', from: candidates[n]!.clause, paid: [clause()] }
    const clauses = [candidates[n]!.clause, ...Array.from({ length: 5 }, clause)]
    return { is, title: '单户封顶', clauses: [...new Set(clauses)], amount: 80_000_000 }
  })
  return { candidates, stacking, past: [], year: 2025 }
}

function timed(cases: readonly StackingCase[]): { mean: number; p99: number; largest: number } {
  const times = cases.map((one) => {
    const begun = performance.now()
    bestCombination(one)
    return performance.now() - begun
  })
  times.sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return { mean, p99: times[Math.floor(times.length * 0.99)]!, largest: times.at(-1)! }
}
