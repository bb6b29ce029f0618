/**
 * What the office settles about the plan's targets before publishing, as data: where each starts from, who answers for it,
 * who enters its values, and the yearly path. Baselines are assumptions of the demo; the plan states none.
 */
export type Aim = {
  /** Finds the target by the words the plan uses. */
  subject: RegExp
  year?: number
  growth?: true
  baseline: number
  source: string
  keeper: string
  owners: string[]
  /** Values to be reached by the end of 2022, 2023, 2024 and 2025; none for figures that are to be held every year. */
  path: number[]
}

const parks = ['缙云公司', '蔡家公司', '科学城公司', '温泉谷公司', '农业公司']
const wan = 10_000
const yi = 100_000_000

export const baselineYear = 2021

export const aims: Aim[] = [
  {
    subject: /盘活存量楼宇/,
    baseline: 0,
    source: '自方案实施起累计，基期为零（演示设定）',
    keeper: '区经济信息委',
    owners: parks,
    path: [2 * wan, 8 * wan, 14 * wan, 19 * wan],
  },
  {
    subject: /新增软件企业/,
    baseline: 0,
    source: '自方案实施起新增，基期为零（演示设定）',
    keeper: '区招商投资局',
    owners: ['区经济信息委', '区招商投资局', ...parks],
    path: [80, 320, 550, 750],
  },
  {
    subject: /新增.*从业人员/,
    baseline: 0,
    source: '自方案实施起新增，基期为零（演示设定）',
    keeper: '区人力社保局',
    owners: ['区经济信息委', '区人力社保局', ...parks],
    path: [1500, 7000, 13_000, 19_000],
  },
  {
    subject: /特色软件园/,
    baseline: 0,
    source: '市级名单中尚无本区园区（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委', '缙云公司', '蔡家公司'],
    path: [0, 0, 1, 1],
  },
  {
    subject: /收入新增|新增.*收入/,
    baseline: 0,
    source: '自方案实施起新增，基期为零（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委', ...parks],
    path: [8 * yi, 32 * yi, 62 * yi, 100 * yi],
  },
  {
    subject: /软件和信息服务业营业收入/,
    baseline: 60 * yi,
    source: '由 2025 年目标减去新增收入推得（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委'],
    path: [68 * yi, 92 * yi, 122 * yi, 160 * yi],
  },
  {
    subject: /软件和信息服务业营业收入/,
    growth: true,
    baseline: 0.22,
    source: '2021 年增速（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委'],
    path: [],
  },
  {
    subject: /超过1亿元/,
    baseline: 1,
    source: '2021 年企业名录（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委'],
    path: [1, 2, 3, 4],
  },
  {
    subject: /超过10亿元/,
    baseline: 0,
    source: '2021 年企业名录（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委'],
    path: [0, 0, 0, 1],
  },
  {
    subject: /百强/,
    baseline: 0,
    source: '2021 年百强名单中没有本区企业（演示设定）',
    keeper: '区经济信息委',
    owners: ['区经济信息委', '区招商投资局'],
    path: [0, 0, 0, 1],
  },
  {
    subject: /研发投入强度/,
    baseline: 0.11,
    source: '骨干企业调查（演示设定）',
    keeper: '区科技局',
    owners: ['区科技局'],
    path: [0.117, 0.128, 0.14, 0.15],
  },
  {
    subject: /软件著作权和专利/,
    baseline: 0.06,
    source: '2021 年登记数量增速（演示设定）',
    keeper: '区市场监管局',
    owners: ['区科技局', '区市场监管局'],
    path: [],
  },
  {
    subject: /增加值占/,
    baseline: 0.066,
    source: '2021 年核算数据（演示设定）',
    keeper: '区发展改革委',
    owners: ['区经济信息委', '区发展改革委'],
    path: [0.071, 0.081, 0.091, 0.101],
  },
  {
    subject: /专项资金/,
    baseline: 0,
    source: '2021 年未设专项资金（演示设定）',
    keeper: '区财政局',
    owners: ['区财政局', '区经济信息委'],
    path: [],
  },
  {
    subject: /双创空间/,
    year: 2025,
    baseline: 0,
    source: '自方案实施起建设，基期为零（演示设定）',
    keeper: '区国资委',
    owners: ['缙云公司', '蔡家公司', '科学城公司'],
    path: [500, 1400, 2300, 3000],
  },
  {
    subject: /双创空间/,
    year: 2022,
    baseline: 0,
    source: '自方案实施起建设，基期为零（演示设定）',
    keeper: '区国资委',
    owners: ['缙云公司', '蔡家公司', '科学城公司'],
    path: [],
  },
]

type Read = { subject: string; year: number | null; kind: string; comparator: string }

/** What is settled about a target of the plan; null for a qualitative one. */
export function aimFor({ subject, year, kind, comparator }: Read): Aim | null {
  if (comparator === 'qualitative') return null
  const growth = kind === 'growth-per-year'
  const found = aims.filter((aim) => aim.subject.test(subject) && (aim.year === undefined || aim.year === year))
  return found.find((aim) => (aim.growth ?? false) === growth) ?? found[0] ?? null
}

/** Qualitative targets are told by the lead unit. */
export const qualitativeKeeper = '区经济信息委'
/** The last year of the plan, for promises that name none (每年安排). */
export const lastYear = 2025
