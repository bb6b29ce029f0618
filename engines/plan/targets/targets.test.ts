/** Figures that are targets, in every form official plans write them, and figures that are none. */
import { describe, expect, test } from 'vitest'
import type { Mode } from './suspicion.ts'
import { readTargets } from './targets.ts'

const times = { period: { from: 2023, to: 2026 }, issuedYear: 2023 }

/** Each target as `subject comparator value unit kind year @scope`. */
function read(words: string, mode: Mode): string[] {
  const found = readTargets(words, { start: 0, end: words.length, mode, label: '', year: null, scope: [] }, times)
  return found.targets
    .filter((target) => target.comparator !== 'qualitative')
    .map((t) =>
      [
        t.subject,
        t.comparator,
        t.upper === null ? t.value : `${t.value}~${t.upper}`,
        t.unit,
        t.kind,
        t.year ?? '-',
        ...t.scope.map((place) => `@${place}`),
      ].join(' '),
    )
}

const goals: [string, string[]][] = [
  [
    '到2027年，全市人工智能核心产业规模突破500亿元，集聚企业1000家以上，其中上市企业10家左右。',
    ['人工智能核心产业规模 > 50000000000 元 total 2027', '集聚企业 >= 1000 家 total 2027', '上市企业 ~ 10 家 total 2027'],
  ],
  [
    '数字经济核心产业增加值占地区生产总值比重达到12%，研发投入强度不低于2.5%。',
    ['数字经济核心产业增加值占地区生产总值比重 >= 0.12 % share -', '研发投入强度 >= 0.025 % share -'],
  ],
  [
    '2025年，工业总产值达到2000亿元，年均增长8%左右；单位能耗较2020年下降13.5%。',
    ['工业总产值 >= 200000000000 元 total 2025', '工业总产值 ~ 0.08 % growth-per-year 2025', '单位能耗下降 = 0.135 % total 2025'],
  ],
  [
    '培育“小巨人”企业10家、专精特新企业100家、创新型中小企业300家。',
    ['培育“小巨人”企业 = 10 家 total -', '培育专精特新企业 = 100 家 total -', '培育创新型中小企业 = 300 家 total -'],
  ],
  [
    '营收超过1亿元的企业4家以上、超过10亿元的企业1家。',
    ['营收超过1亿元的企业 >= 4 家 total -', '营收超过10亿元的企业 = 1 家 total -'],
  ],
  [
    '培育百亿级企业3家，营业收入10亿元以上企业达到20家。',
    ['培育百亿级企业 = 3 家 total -', '营业收入10亿元以上企业 >= 20 家 total -'],
  ],
  ['打造1个千亿级、5个百亿级产业集群。', ['打造千亿级产业集群 = 1 个 total -', '打造百亿级产业集群 = 5 个 total -']],
  [
    '打造3—5个示范园区，建设2至3个服务平台，形成10余项行业标准。',
    ['打造示范园区 range 3~5 个 total -', '建设服务平台 range 2~3 个 total -', '形成行业标准 > 10 项 total -'],
  ],
  ['税收占比保持在30%—40%。', ['税收占比 range 0.3~0.4 % share -']],
  [
    '到2024年、2025年、2026年，产业规模分别达到100亿元、150亿元、200亿元。',
    ['产业规模 >= 10000000000 元 total 2024', '产业规模 >= 15000000000 元 total 2025', '产业规模 >= 20000000000 元 total 2026'],
  ],
  [
    '低空制造、低空服务产业规模分别达到50亿元和20亿元。',
    ['低空制造产业规模 >= 5000000000 元 total -', '低空服务产业规模 >= 2000000000 元 total -'],
  ],
  [
    '甲园区、乙园区要在三年内分别建设完成不少于3000㎡的双创空间（其中：2023年分别完成不少于500㎡）。',
    ['建设双创空间 >= 3000 ㎡ total 2026 @甲园区 @乙园区', '建设双创空间 >= 500 ㎡ total 2023 @甲园区 @乙园区'],
  ],
  [
    '年接待游客突破1000万人次，旅游收入达到100亿元，年均分别增长15%、20%。',
    [
      '年接待游客 > 10000000 人次 total -',
      '旅游收入 >= 10000000000 元 total -',
      '年接待游客 = 0.15 % growth-per-year -',
      '旅游收入 = 0.2 % growth-per-year -',
    ],
  ],
  ['综合实力进入全国前10位。', ['综合实力进入全国前10位 <= 10 位 total -']],
  ['产业规模实现翻一番，入选百强榜企业实现零突破。', ['产业规模 = 2 倍 total -', '入选百强榜企业 >= 1 家 total -']],
  [
    '新增就业岗位两万个，带动就业十万人以上，培育主播二三十名。',
    ['新增就业岗位 = 20000 个 new -', '带动就业 >= 100000 人 total -', '培育主播 range 20~30 名 total -'],
  ],
  [
    '建成不少于三个省级重点实验室、五家以上新型研发机构。',
    ['建成省级重点实验室 >= 3 个 total -', '建成新型研发机构 >= 5 家 total -'],
  ],
  ['城镇化率由45%提高到50%，占比提高5个百分点以上。', ['城镇化率 >= 0.5 % share -', '占比提高 >= 5 个百分点 total -']],
  ['PM2.5浓度控制在35微克/立方米以内，车桩比不高于2.5:1。', ['PM2.5浓度 <= 35 微克/立方米 total -', '车桩比 <= 2.5 :1 total -']],
  ['三分之二以上的规上企业完成改造。', [`规上企业完成改造 >= ${2 / 3} % share -`]],
  ['2023年，新增企业50家；2024年，新增80家。', ['新增企业 = 50 家 new 2023', '新增企业 = 80 家 new 2024']],
  ['新开通5G基站15万个以上，总数达到30万个以上。', ['新开通5G基站 >= 150000 个 new -', '5G基站总数 >= 300000 个 total -']],
  [
    '突破50项以上关键技术，储备25-30个在特定领域知名度高、潜力大的特色产业。',
    ['突破关键技术 >= 50 项 total -', '储备特定领域知名度高、潜力大的特色产业 range 25~30 个 total -'],
  ],
  [
    '全员劳动生产率达 27 万元/人，专利申请总量累计达 8000 件。',
    ['全员劳动生产率 >= 270000 元/人 total -', '专利申请总量 >= 8000 件 cumulative -'],
  ],
  [
    '年营业收入超1000亿元的集群2个、超500亿元的集群5个。',
    ['年营业收入超1000亿元的集群 = 2 个 total -', '年营业收入超500亿元的集群 = 5 个 total -'],
  ],
]

const work: [string, string[]][] = [
  ['市财政每年安排5000万元专项资金，支持技术改造。', ['市财政安排专项资金 = 50000000 元 budget-per-year -']],
  ['组建规模不低于20亿元的产业基金。', ['组建产业基金规模 >= 2000000000 元 total -']],
  ['2024年6月底前，完成200家企业诊断，建设3个示范平台。', ['企业诊断 = 200 家 total 2024', '建设示范平台 = 3 个 total 2024']],
  ['每年举办推介会4场以上，引进亿元以上项目20个。', ['每年举办推介会 >= 4 场 total -', '引进亿元以上项目 = 20 个 total -']],
  ['每个镇街至少打造1个示范点。', ['每个镇街打造示范点 >= 1 个 total -']],
  ['将审批时限压缩至10个工作日以内。', ['审批时限 <= 10 个工作日 total -']],
  ['加快建设总建筑面积20万平方米的科创中心。', ['加快建设科创中心总建筑面积 = 200000 ㎡ total -']],
]

const nothing = [
  '对首次认定的企业，给予最高20万元奖励；对营收首次突破1亿元的企业，一次性奖励50万元。',
  '目前，全区已建成众创空间12个，孵化面积5万平方米。',
  '截至2022年底，全市共有企业500家，产业规模达到200亿元。',
  '依托甲园区、乙园区等3个园区，打造特色产业基地。',
  '聚焦四大重点方向，设立综合组、推进组2个工作组，明确5个方面重点任务。',
  '对面积在1万平方米以上的楼宇，优先纳入改造计划。',
  '支持注册资本5000万元以上的企业设立研发中心。',
  '形成“1+3+N”体系，实施“十百千”工程，推进5G网络和GB18030标准应用。',
  '在30个工作日内完成审批，于每月5日前报送。',
  '贯彻落实党的二十届三中全会精神，对标21世纪国际一流，推广“一站式”服务。',
  '推动一链一网一平台建设，打造一个平台、两个基地。',
]

describe('goals', () => {
  test.each(goals)('%s', (words, expected) => expect(read(words, 'goal')).toEqual(expected))
})

describe('work', () => {
  test.each(work)('%s', (words, expected) => expect(read(words, 'work')).toEqual(expected))
  test.each(nothing)('%s has no target', (words) => expect(read(words, 'work')).toEqual([]))
})

test('a figure of doubtful purpose is told, not taken', () => {
  const words = '园区内有3家企业。'
  const found = readTargets(words, { start: 0, end: words.length, mode: 'work', label: '', year: null, scope: [] }, times)
  expect(found.targets).toEqual([])
  expect(found.warnings[0]!.message).toContain('3家')
})
