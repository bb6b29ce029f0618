/** Which titles are granted to whom: batches by day, and what a holder looks like. */
import type { qualifications } from '#modules/enterprise/tables.ts'
import type { Values } from '#modules/filing/model.ts'
import type { Chance } from '#seed/history/chance.ts'
import type { Firm } from '../firms/firms.ts'

type Kind = (typeof qualifications.$inferInsert)['kind']
/** What is known of an enterprise when a batch is decided: its own nature and the last full year. */
export type Candidate = { firm: Firm; year: Values | null }

export type Ladder = {
  kind: Kind
  grantedBy: string
  /** Days of the batches; the first ones lie before the plan. */
  batches: string[]
  /** None for what does not run out. */
  years: number | null
  /** Of those that may have it and have not got it, this share gets it in each batch. */
  share: number
  /** Of those whose title has run out or is about to, this share gets it anew. */
  renewed: number
  may: (candidate: Candidate) => boolean
  level?: (chance: Chance) => string
}

const wan = 10_000
const earns = (least: number) => (of: Candidate) => (of.year?.revenue ?? 0) >= least * wan
const employs = (least: number) => (of: Candidate) => (of.year?.headcount ?? 0) >= least
const both =
  (...tests: ((of: Candidate) => boolean)[]) =>
  (of: Candidate) =>
    of.firm.inIndustry && tests.every((test) => test(of))
const special =
  (...serials: number[]) =>
  ({ firm }: Candidate) =>
    serials.includes(firm.serial)

const yearly = (day: string, from: number, to = 2025) => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}-${day}`)
const levels = (...of: string[]) => ({ level: (chance: Chance) => chance.pick(of) })

export const ladders: Ladder[] = [
  ladder('innovative', '市经济信息委', yearly('06-20', 2022), 3, 0.1, 0.6, both(earns(300))),
  ladder('specialised', '市经济信息委', yearly('11-18', 2020, 2024), 3, 0.07, 0.65, both(earns(1000), employs(15))),
  ladder('specialised', '市经济信息委', ['2025-09-26'], 3, 0.08, 0.65, both(earns(1000), employs(15))),
  ladder(
    'little-giant',
    '工业和信息化部',
    ['2022-08-08', '2023-07-14', '2024-09-02'],
    3,
    0.06,
    0.5,
    both(earns(5000), employs(50)),
  ),
  ladder('high-tech', '市科技局', [...yearly('11-28', 2019, 2024), '2025-11-10'], 3, 0.12, 0.7, both(earns(400), employs(8))),
  ladder('high-tech', '市科技局', yearly('12-12', 2022, 2024), 3, 0.03, 0, both(earns(400), employs(8))),
  ladder('above-scale', '区统计局', yearly('02-20', 2022), null, 0.9, 0, both(earns(2000))),
  ladder('star', '市经济信息委', ['2023-12-29', '2024-12-20', '2025-09-18'], null, 0.06, 0, both(earns(2000), employs(15))),
  ladder('morning-star', '市经济信息委', ['2023-12-15', '2024-12-16'], null, 0.09, 0, both(earns(6000))),
  ladder('north-star', '市经济信息委', ['2024-12-16'], null, 1, 0, special(61)),
  ladder('key-software', '国家发展改革委', ['2024-05-30'], 2, 1, 0, special(61, 163)),
  ladder('gazelle', '市科技局', yearly('10-16', 2022, 2025), 3, 0.02, 0, both(earns(1500))),
  ladder('chain-leader', '市经济信息委', ['2023-04-18'], 3, 1, 0, special(61)),
  ladder(
    'cmmi',
    'CMMI 研究院授权评估机构',
    yearly('05-16', 2021),
    3,
    0.035,
    0.6,
    both(earns(1000)),
    levels('3级', '3级', '3级', '4级', '5级'),
  ),
  ladder(
    'itss',
    '中国电子工业标准化技术协会',
    yearly('09-10', 2021),
    3,
    0.02,
    0.6,
    both(earns(1000)),
    levels('三级', '三级', '二级'),
  ),
  ladder(
    'dcmm',
    '中国电子信息行业联合会',
    yearly('07-22', 2022),
    3,
    0.01,
    0.5,
    both(earns(2000)),
    levels('二级', '二级', '三级'),
  ),
]

function ladder(
  kind: Kind,
  grantedBy: string,
  batches: string[],
  years: number | null,
  share: number,
  renewed: number,
  may: Ladder['may'],
  rest: Pick<Ladder, 'level'> = {},
): Ladder {
  return { kind, grantedBy, batches, years, share, renewed, may, ...rest }
}
