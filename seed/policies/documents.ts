/** Documents without clauses as data, and readings and guides of those with; readings are in our own words. */
import type { z } from 'zod'
import type { guide } from '#modules/policy/model.ts'

export const above = [
  {
    ...{ code: 'fair-competition-review', title: '公平竞争审查条例', level: 'national' as const, issuer: '国务院' },
    ...{ number: '国务院令第783号', issuedOn: '2024-06-06', since: '2024-08-01', source: '中国政府网' },
    summary:
      '起草涉及经营者经济活动的政策措施，应当进行公平竞争审查。没有法律、行政法规依据，或者没有经国务院批准，不得给予特定经营者税收优惠、选择性的财政奖励或补贴、要素获取和行政事业性收费等方面的优惠。本区的条款发布前逐条审查，审查记录随条款公开。',
  },
  {
    ...{ code: 'chongqing-mantianxing', title: '重庆市软件和信息服务业“满天星”行动计划（2022—2025年）', level: 'city' as const },
    ...{ issuer: '重庆市人民政府办公厅', number: '渝府办〔2022〕21号', since: '2022-07-15', until: '2025-12-31' },
    ...{ source: '市政府网站；文号和日期以原件为准' },
    summary:
      '以盘活存量楼宇、培育软件企业、集聚软件人才为主线，主城都市区各区县建设“满天星”示范楼宇，按楼宇使用面积、新增企业数、新增从业人员评价奖励。本区行动方案据此制定。',
  },
]

export const readings: Record<string, string> = {
  'beibei-2022':
    '支持软件和信息服务企业入驻区属国有存量楼宇，租金按区位和物业分级控制。所见为转载，只有第一条和第二章开头；租金控制价、其余条款和有效期待补，补齐并经公平竞争审查后发布条款。',
  'demo-measures':
    '演示用的一组支持条款，覆盖房租补贴、升规入统、专精特新、高新技术企业等事项，条件和金额均为演示设定，不是现行政策。企业登录后可看到能享受哪些、还差什么、为什么是这个数。',
}

export const guides: Record<string, z.input<typeof guide>> = {
  'demo-measures': {
    who: '注册地、税务和统计关系在本区的软件和信息服务企业',
    timeLimit: '受理后 20 个工作日内审定，公示 5 个工作日后拨付',
    office: '领导小组办公室（区经济信息委软件产业科）',
    phone: '023-00000000（演示）',
    address: '区政务服务中心软件产业窗口（演示）',
  },
}
