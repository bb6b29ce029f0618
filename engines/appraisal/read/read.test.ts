/** Reading files of schemes: the whole form, and every refusal with its place and its sentence. */
import { describe, expect, it } from 'vitest'
import { sample } from './sample.ts'
import { readScheme } from './scheme.ts'

const indicators = ['building-occupied', 'new-enterprises', 'report-late', 'supervision-overdue', 'supervision-red', 'vacancy']

function changed(from: string, to: string): string {
  expect(sample).toContain(from)
  return sample.replace(from, () => to)
}
const told = (text: string) =>
  readScheme(text, indicators).flaws.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`)
const lineOf = (text: string) => sample.split('\n').findIndex((line) => line.includes(text)) + 1

describe('a file without flaws', () => {
  const { scheme, flaws } = readScheme(sample, indicators)

  it('is taken whole', () => {
    expect(flaws).toEqual([])
    expect(scheme).toMatchObject({
      code: 'sample-2025',
      since: '2025-01-01',
      until: '2025-12-31',
      terms: ['half', 'year'],
      decimals: 2,
      missing: 'pending',
      exempt: 'spread',
      award: { groups: ['parks', 'buildings'], grades: ['优秀', '良好'], way: { is: 'points' }, cap: 60_000_000 },
    })
    expect(scheme!.groups.map(({ kind }) => kind)).toEqual(['park', 'building'])
  })

  it('says of each item how its value becomes points', () =>
    expect(scheme!.groups.flatMap(({ items }) => items.map(({ scoring }) => scoring))).toEqual([
      { is: 'completion', floor: 500_000, cap: 1_200_000 },
      { is: 'ranking', of: 'value', better: 'more', shares: null, last: 600_000 },
      { is: 'deduction', each: 5000 },
      {
        is: 'steps',
        of: 'completion',
        steps: [
          { from: 1_000_000, share: 1_000_000 },
          { from: 600_000, share: 600_000 },
        ],
        below: 100_000,
      },
      { is: 'hundred' },
      {
        is: 'steps',
        of: 'value',
        steps: [
          { from: 0.3, share: 0 },
          { from: 0.125, share: 500_000 },
        ],
        below: 1_000_000,
      },
      { is: 'ranking', of: 'value', better: 'more', shares: [1_000_000, 800_000], last: 500_000 },
    ]))

  it('says where each value comes from, and by which target it is measured', () => {
    const [parks] = scheme!.groups
    expect(parks!.items.map(({ source, target, line }) => ({ source, target, line }))).toEqual([
      {
        source: { is: 'indicator', code: 'building-occupied', reading: 'growth' },
        target: { is: 'each' },
        line: lineOf('代码: area'),
      },
      {
        source: { is: 'indicator', code: 'new-enterprises', reading: 'growth' },
        target: null,
        line: lineOf('代码: firms'),
      },
      { source: { is: 'indicator', code: 'report-late', reading: 'end' }, target: null, line: lineOf('代码: late') },
      {
        source: { is: 'verified', asks: '走访并办结诉求的企业数', evidence: '走访记录' },
        target: { is: 'all', value: 20 },
        line: lineOf('代码: visits'),
      },
      { source: { is: 'experts', trimFrom: 5 }, target: null, line: lineOf('代码: mechanism') },
    ])
    expect(parks!.extras).toMatchObject([
      { sign: 1, each: 15_000, cap: 30_000 },
      { sign: -1, each: 10_000, cap: 40_000 },
    ])
    expect(parks!.vetoes).toMatchObject([{ code: 'red', from: 1, grade: '合格' }])
    expect(parks!.grades[0]).toEqual({ title: '优秀', from: 900_000, atMost: 500_000 })
  })

  it('keeps the data of its examples by code', () => {
    const [, second] = scheme!.examples[0]!.subjects
    expect(second).toMatchObject({ name: '乙', score: null, place: 2, grade: '良好', award: null })
    expect(second!.data.values.area).toEqual({ value: 3, source: '样例', missing: null })
    expect(second!.data).toMatchObject({
      targets: { area: 3 },
      experts: { mechanism: [80, 82] },
      exempt: { late: '不承担报送任务' },
    })
    expect(scheme!.examples[0]!.pot).toBe(100_000_000)
  })

  it('may take the reward by place, in equal parts, or have none', () => {
    const way = (text: string) => readScheme(changed('办法: 按得分\n  上限: 60万元', `办法: ${text}`)).scheme?.award?.way
    expect(way('{按名次: [50万元, 30万元]}')).toEqual({ is: 'places', amounts: [50_000_000, 30_000_000] })
    expect(way('平均')).toEqual({ is: 'equal' })
  })

  it('takes any indicator where none are told', () =>
    expect(readScheme(changed('指标: vacancy', '指标: anything')).flaws).toEqual([]))
})

const refusals: [what: string, from: string, to: string, sentence: string | RegExp][] = [
  ['an unknown key', '依据: 演示设定', '依据: 演示设定\n备注: 无', /^4:1 文件不能有“备注”，可用：名称、/],
  ['a missing key', '依据: 演示设定\n', '', '1:1 文件缺少“依据”'],
  ['a bad code', '代码: sample-2025', '代码: 样例', '2:5 代码“样例”写法有误，应写作如 demo-2025'],
  ['days the wrong way round', '至: 2025-12-31', '至: 2024-12-31', /“至”不能早于“自” 2025-01-01$/],
  ['an unknown term', '[半年评估,', '[季度评估,', /期次不能是“季度评估”，可用：半年评估、全年考核，是否指“半年评估”？$/],
  ['a term twice', '[半年评估, 全年考核]', '[全年考核, 全年考核]', /期次“全年考核”重复$/],
  ['too many digits', '小数: 2', '小数: 5', '6:5 小数“5”写法有误，应写作如 2'],
  ['an unknown way with missing data', '缺数据: 待补', '缺数据: 估计', /缺数据不能是“估计”，可用：待补、计零分/],
  ['an unknown way with what does not concern', '不适用: 权重分摊\n', '不适用: 免\n', /不适用不能是“免”，可用：权重分摊、计满分/],
  ['an unknown kind of subject', '对象: 园城', '对象: 园区', /对象不能是“园区”，可用：部门、园城、镇街、楼宇，是否指“园城”？$/],
  ['a group twice', '代码: buildings', '代码: parks', /分组代码“parks”重复$/],
  ['weights that are not a hundred', '权重: 30分', '权重: 25分', `${lineOf('代码: area')}:7 各项权重合计应为 100 分，现为 95 分`],
  ['a weight of nothing', '权重: 30分', '权重: 0分', /权重应大于 0$/],
  ['a weight finer than the points', '权重: 30分', '权重: 30.001分', /权重最多 2 位小数，与“小数”一致$/],
  ['a weight of another unit', '权重: 30分', '权重: 30%', /权重“30%”写法有误，应写作如 20分$/],
  ['a weight far too fine', '权重: 30分', '权重: 30.00001分', /权重“30.00001分”的小数位数过多$/],
  ['a weight beyond all measure', '权重: 30分', '权重: 999999999999999分', /过大$/],
  [
    'an indicator nobody knows',
    '指标: building-occupied',
    '指标: building-occupy',
    /没有代码为“building-occupy”的指标，是否指“building-occupied”？$/,
  ],
  ['an unknown reading', '读数: 期间增量', '读数: 增量', /读数不能是“增量”，可用：期末数、期间增量，是否指“期间增量”？$/],
  ['a source that is a word', '取数: 专家评分', '取数: 台账', /取数应为“专家评分”，或写明“指标”、“专家评分”、“报送核定”之一$/],
  [
    'a source without a way',
    '取数: {指标: vacancy, 读数: 期末数}',
    '取数: {读数: 期末数}',
    /取数没有写明来源，可用：指标、专家评分、报送核定$/,
  ],
  ['two experts of whom two are left out', '去高去低: 5}', '去高去低: 2}', /去掉最高分和最低分至少要有 3 位专家$/],
  ['work told without evidence', ', 佐证: 走访记录', '', /报送核定缺少“佐证”$/],
  ['a scoring that is a word', '计分: 百分制', '计分: 打分', /计分写法有误，可用：完成率、排名、扣分、分档、百分制$/],
  ['a scoring of nothing', '计分: 百分制', '计分: {}', /计分没有写明方式，可用：/],
  ['two scorings at once', '{扣分: 0.5分}', '{扣分: 0.5分, 完成率: {}}', /计分只能有一种方式，“完成率”与“扣分”不能并用$/],
  ['a deduction of nothing', '{扣分: 0.5分}', '{扣分: 0分}', /扣分应大于 0$/],
  ['a floor above the cap', '起: 50%', '起: 100%, 封顶: 90%}}\n        #', /“起”不能高于“封顶”$/],
  ['a cap beyond twice the target', '封顶: 120%', '封顶: 300%', /封顶应在 0 至 200% 之间$/],
  ['a share without its sign', '起: 50%', '起: 0.5', /起“0.5”写法有误，应写作如 60%$/],
  ['an unknown direction', '方向: 越高越好, 末位', '方向: 高, 末位', /方向不能是“高”，可用：越高越好、越低越好/],
  ['places that rise', '[100%, 80%]', '[80%, 100%]', /各名次应从高到低排列$/],
  ['a last place above the one before', '末位: 50%', '末位: 90%', /“末位”不能高于“各名次”的最后一项$/],
  ['steps out of order', '{不低于: 60%, 得: 60%}', '{不低于: 110%, 得: 60%}', /各档的“不低于”应从高到低排列$/],
  ['steps up and down', '得: 60%}], 其余: 10%', '得: 60%}], 其余: 70%', /各档与“其余”的得分应依次递减，或依次递增$/],
  ['a target nobody asks for', '计分: {扣分', '目标: 5次\n        计分: {扣分', /这种计分方式不用“目标”$/],
  ['no target where one is needed', '        目标: 20家\n', '', /按完成率计分的指标应写明“目标”$/],
  ['a target of nothing', '目标: 20家', '目标: 0家', /目标应大于 0$/],
  ['a target of another unit', '目标: 20家', '目标: 20人', /目标“20人”写法有误，应写作如 12家$/],
  ['experts asked for a deduction', '计分: 百分制', '计分: {扣分: 1分}', /专家评分的指标按百分制、排名或数值分档计分$/],
  [
    'an extra judged by experts',
    '取数: {报送核定: {说明: 经验推广项数, 佐证: 推广文件}}',
    '取数: 专家评分',
    /加分不能取自专家评分$/,
  ],
  ['an extra capped below one', '封顶: 3分', '封顶: 1分', /“封顶”不能低于“每”$/],
  ['a code twice', '代码: practice', '代码: area', /分组中代码“area”重复$/],
  ['a title twice', '名称: 经验推广', '名称: 使用面积', /分组中名称“使用面积”重复$/],
  [
    'an unknown grade in a veto',
    '等次最高: 合格',
    '等次最高: 及格',
    /没有名为“及格”的等次，可用：优秀、良好、合格、不合格，是否指“合格”？$/,
  ],
  ['a veto that holds nobody back', '等次最高: 合格', '等次最高: 优秀', /“优秀”是最好的等次，否决不起作用$/],
  ['a veto from nothing on', '达到: 1张', '达到: 0张', /达到应大于 0$/],
  [
    'grades out of order',
    '起: 75分}\n      - {名称: 合格, 起: 60分}',
    '起: 75分}\n      - {名称: 合格, 起: 80分}',
    /各等次应从高到低排列，“合格”的“起”应低于“良好”$/,
  ],
  [
    'a grade twice',
    '{名称: 良好, 起: 75分}\n      - {名称: 合格, 起: 60分}',
    '{名称: 优秀, 起: 75分}\n      - {名称: 合格, 起: 60分}',
    /等次“优秀”重复$/,
  ],
  ['a last grade not for everyone', '{名称: 不合格, 起: 0分}', '{名称: 不合格, 起: 1分}', /最低的等次应自 0 分起，且不限比例$/],
  [
    'a reward for nobody known',
    '分组: [parks, buildings]',
    '分组: [parks, building]',
    /没有代码为“building”的分组，可用：parks、buildings，是否指“buildings”？$/,
  ],
  ['a reward for an unknown grade', '等次: [优秀, 良好]', '等次: [优秀, 优良]', /没有名为“优良”的等次，可用：/],
  ['a group rewarded twice', '分组: [parks, buildings]', '分组: [parks, parks]', /分组“parks”重复$/],
  ['an unknown way of reward', '办法: 按得分', '办法: 抽签', /办法应为“按得分”“平均”，或“按名次”并列出各名次的奖励$/],
  ['a cap on fixed sums', '办法: 按得分', '办法: {按名次: [50万元]}', /按名次定额的奖励不写“上限”$/],
  ['sums that rise', '办法: 按得分', '办法: {按名次: [30万元, 50万元]}', /按名次的奖励应从高到低排列$/],
  ['a sum without its unit', '上限: 60万元', '上限: 60', /上限“60”写法有误，应写作如 50万元$/],
  ['an example of an unknown group', '分组: parks\n    资金', '分组: park\n    资金', /没有代码为“park”的分组/],
  ['data of an unknown item', '数据: {空置率: 12%}', '数据: {空置: 12%}', /数据中不能有“空置”，是否指“空置率”？$/],
  ['data that is no mapping', '数据: {空置率: 12%}', '数据: 12%', /数据应为一组“名称：值”$/],
  ['a value of another unit', '空置率: 12%', '空置率: 12', /空置率“12”写法有误，应写作如 12%$/],
  ["experts' points as data", '新增企业: 36家', '工作机制: 90分', /数据中不能有“工作机制”/],
  ['an expert beyond a hundred', '运营服务: [70]', '运营服务: [170]', /运营服务的评分应在 0 至 100 分之间$/],
  ['a target for all given to one', '目标: {使用面积: 5万㎡}', '目标: {走访企业: 5家}', /目标中不能有“走访企业”/],
  ['an example that says nothing', ', 得分: 100}', '}', /样例“一栋楼”没有写明任何结果$/],
  ['a subject twice in an example', '- 名称: 乙\n', '- 名称: 甲\n', /对象“甲”重复$/],
  ['a reward without a pot', '    资金: 100万元\n', '', /写明“奖励”的样例应写“资金”$/],
  [
    'a pot without a reward',
    '分组: [parks, buildings]\n  等次: [优秀, 良好]',
    '分组: [buildings]\n  等次: [良好]',
    /分组“园城”没有奖励，不写“资金”$/,
  ],
]

describe('refuses', () => {
  it.each(refusals)('%s', (_, from, to, sentence) => {
    const flaws = told(changed(from, to))
    expect(flaws).toContainEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
    expect(readScheme(changed(from, to), indicators).scheme).toBeNull()
  })

  it('several flaws at once, in the order of the file', () =>
    expect(told(changed('小数: 2', '小数: 9').replace('权重: 30分', '权重: 三十').replace('起: 0分', '起: 零分'))).toEqual([
      expect.stringMatching(/^6:5 /),
      expect.stringMatching(/权重“三十”/),
      expect.stringMatching(/起“零分”/),
    ]))

  it('what is not YAML, and what is empty', () => {
    expect(told('名称: [')).toHaveLength(1)
    expect(told('')).toEqual(['1:1 文件为空'])
  })
})
