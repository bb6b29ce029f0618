/** The schemes the demo district is appraised by: no file has a flaw, every indicator is one of the district's, every way is used. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSchemes } from './check.ts'
import { whatIf } from './compare.ts'
import { type Scheme, type Scoring, subjectKinds } from './scheme.ts'

const textsOf = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const files = textsOf(new URL('../../seed/appraisals/', import.meta.url))
const indicators = textsOf(new URL('../../seed/indicators/', import.meta.url)).flatMap(({ text }) =>
  [...text.matchAll(/^- 代码: (\S+)$/gm)].map(([, code]) => code!),
)
/** Counted from supervision and reports, for each unit. */
const ofUnits = ['supervision-overdue', 'supervision-yellow', 'supervision-red', 'report-late']
const { schemes, flaws } = checkSchemes(files, [...indicators, ...ofUnits])

describe('the schemes of the demo district', () => {
  it('have no flaw, name indicators of the district, and their examples come out as told', () => {
    expect(indicators.length).toBeGreaterThan(20)
    expect(flaws).toEqual([])
  })

  it('are named by their code, and say that they are made up', () => {
    expect(schemes.map(({ code }) => `${code}.yaml`)).toEqual(files.map(({ name }) => name))
    for (const { title, basis } of schemes) expect(title + basis).toMatch(/演示.*演示设定/)
  })

  it.each(schemes)('$code appraises every kind of subject, in an example each', ({ groups, examples }) => {
    expect(groups.map(({ kind }) => kind).sort()).toEqual(Object.keys(subjectKinds).sort())
    expect(new Set(examples.map(({ group }) => group))).toEqual(new Set(groups.map(({ code }) => code)))
  })

  it.each(schemes)('$code looks at parks by what the plan names', ({ groups }) =>
    expect(groups[0]!.items.map(({ title }) => title)).toEqual([
      '收储面积',
      '使用面积',
      '新增软件企业',
      '新增从业人员',
      '工作机制',
    ]),
  )

  it('use every way of scoring, and every source', () => {
    const items = schemes.flatMap(({ groups }) => groups.flatMap((group) => group.items))
    const ways: Record<Scoring['is'], true> = { completion: true, ranking: true, deduction: true, steps: true, hundred: true }
    expect(new Set(items.map(({ scoring }) => scoring.is))).toEqual(new Set(Object.keys(ways)))
    expect(new Set(items.map(({ source }) => source.is))).toEqual(new Set(['indicator', 'experts', 'verified']))
  })
})

it("next year's scheme moves subjects of this year's example", () => {
  const [before, after] = schemes as [Scheme, Scheme]
  const { group, subjects, pot } = before.examples[0]!
  const moved = whatIf(
    before,
    after,
    group,
    subjects.map(({ name, data }) => ({ id: name, name, data })),
    pot,
  )
  expect(moved.subjects.map(({ name, before, after }) => [name, before.place, after.place])).toEqual([
    ['甲园城', 2, 1],
    ['丙园城', 1, 2],
    ['乙园城', 3, 3],
  ])
})
