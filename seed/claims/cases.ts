/** Who claims what in the demo district, when, and how far it has come by the day the demo opens (演示数据). */
import type { ClaimState } from '#modules/claim/flow.ts'

/** Firms with an account of their own, beside 满星软件: short name, and how the name on file ends. */
export const claimants = {
  岚策软件: '有限公司',
  星界传感: '科技有限公司',
  橙枢物联: '科技有限公司',
  禾杉云服务: '有限公司',
  数枢城市: '科技股份有限公司',
  逸弦云服务: '有限公司',
  朗湾网络: '科技有限公司',
  曜溪智能: '科技有限公司',
  珩帆软件: '有限公司',
  璟岭云服务: '有限公司',
  衡澄软件: '有限公司',
  云辰软件: '有限公司',
  智纬信息: '技术有限公司',
  云穗微电子: '有限公司',
  芯谱软件: '有限公司',
  宸航: '科技有限公司',
  璟启智慧城市: '科技有限公司',
} as const
export type Claimant = keyof typeof claimants | '满星软件'

export const batches = {
  spring: {
    ...{ title: '2025 年度第一批政策兑现（演示）', opensOn: '2025-04-08', closesOn: '2025-05-30', asOf: '2025-03-31' },
    clauses: ['rent', 'growth', 'jobs', 'research'],
  },
  autumn: {
    ...{ title: '2025 年度第二批政策兑现（演示）', opensOn: '2025-10-13', closesOn: '2025-12-31', asOf: '2025-09-30' },
    clauses: ['rent', 'growth', 'jobs', 'research', 'certification'],
  },
}

/** Shown for five working days each. */
export const lists = {
  first: { batch: 'spring', since: '2025-05-08', endedOn: '2025-05-16' },
  second: { batch: 'autumn', since: '2025-11-05', endedOn: '2025-11-13' },
  third: { batch: 'autumn', since: '2025-11-19', endedOn: '2025-11-27' },
  fourth: { batch: 'autumn', since: '2025-11-27' },
  objected: { batch: 'autumn', since: '2025-11-25' },
} as const satisfies Record<string, { batch: keyof typeof batches; since: string; endedOn?: string }>

type Opinion = { opinion: 'agree' } | { opinion: 'reduce'; amount: number; text: string } | { opinion: 'refuse'; text: string }
export type Case = {
  firm: Claimant
  clause: string
  batch: keyof typeof batches
  /** Handed in, or begun. */
  on: string
  to: ClaimState
  list?: keyof typeof lists
  approvedOn?: string
  /** What the meeting came to, where it is not what was computed. */
  concluded?: { amount: number; text: string }
  declared?: Record<string, string | number>
  materials?: string[]
  /** In the order of the departments that are asked; as many as have answered. */
  opinions?: Opinion[]
  /** Why it was returned, refused or withdrawn, and when. */
  because?: { on: string; text: string }
  appeal?: { on: string; text: string }
}

const agreed: Opinion[] = [{ opinion: 'agree' }, { opinion: 'agree' }]
const proofs: Record<string, string[]> = {
  rent: [],
  growth: ['年度审计报告'],
  jobs: ['社会保险缴费清单'],
  research: ['研发费用专项审计报告', '年度审计报告'],
  certification: ['认证证书', '认证合同及发票'],
}
const claimed = (firm: Claimant, clause: string, on: string, to: ClaimState, rest: Partial<Case> = {}): Case => ({
  ...{ firm, clause, on, to, batch: on < '2025-10-01' ? 'spring' : 'autumn', opinions: agreed, materials: proofs[clause]! },
  ...rest,
})

const paid = { list: 'first', approvedOn: '2025-05-19' } as const
export const cases: Case[] = [
  claimed('满星软件', 'rent', '2025-04-14', 'paid', paid),
  claimed('岚策软件', 'rent', '2025-04-15', 'paid', paid),
  claimed('星界传感', 'research', '2025-04-15', 'paid', paid),
  claimed('橙枢物联', 'growth', '2025-04-16', 'paid', paid),
  claimed('禾杉云服务', 'growth', '2025-04-17', 'paid', paid),
  claimed('数枢城市', 'growth', '2025-04-18', 'paid', paid),
  claimed('逸弦云服务', 'growth', '2025-10-15', 'paying', { list: 'second', approvedOn: '2025-11-17' }),
  claimed('朗湾网络', 'rent', '2025-10-16', 'paying', { list: 'second', approvedOn: '2025-11-26' }),
  claimed('宸航', 'research', '2025-10-29', 'refused', {
    opinions: [{ opinion: 'refuse', text: '研发费用中含外购设备，专项审计报告未予区分' }],
    because: { on: '2025-11-20', text: '研发费用专项审计报告未区分外购设备支出，不能认定研发投入' },
    appeal: { on: '2025-11-27', text: '已由会计师事务所补充说明：外购设备按折旧计入，未全额列支，请予复核（演示）' },
  }),
  claimed('衡澄软件', 'certification', '2025-10-17', 'appealed', {
    ...{ list: 'second', approvedOn: '2025-11-17' },
    declared: {
      项目: '2025 年 CMMI 四级认证（演示）',
      CMMI等级: '四级',
      CMMI认证费用: 42_000_000,
      DCMM等级: '未通过',
      DCMM认证费用: 0,
    },
    opinions: [{ opinion: 'reduce', amount: 16_000_000, text: '认证合同含培训费 10 万元，不属认证费用' }, { opinion: 'agree' }],
    concluded: { amount: 16_000_000, text: '认证合同含培训费 10 万元，按实际认证费用核减' },
    appeal: { on: '2025-11-28', text: '培训为认证机构规定的必经环节，发票未单列，请按合同全额计算认证费用（演示）' },
  }),
  claimed('曜溪智能', 'rent', '2025-11-03', 'deciding', { list: 'third' }),
  claimed('璟岭云服务', 'jobs', '2025-11-06', 'public', { list: 'objected' }),
  claimed('珩帆软件', 'jobs', '2025-11-07', 'public', { list: 'fourth' }),
  claimed('岚策软件', 'growth', '2025-11-10', 'public', { list: 'fourth' }),
  claimed('星界传感', 'growth', '2025-11-12', 'withdrawn', {
    because: { on: '2025-11-19', text: '年度审计报告尚未定稿，定稿后再行申报' },
  }),
  claimed('衡澄软件', 'rent', '2025-11-13', 'ranking'),
  claimed('云辰软件', 'research', '2025-11-18', 'joint', {
    opinions: [{ opinion: 'reduce', amount: 42_000_000, text: '部分委外研发费用凭证不全，建议核减 8 万元' }],
  }),
  claimed('智纬信息', 'research', '2025-11-20', 'joint', { opinions: [] }),
  claimed('云穗微电子', 'growth', '2025-11-21', 'correcting', {
    because: { on: '2025-11-26', text: '年度审计报告缺少收入明细附注，请补充软件业务收入分项' },
  }),
  claimed('数枢城市', 'certification', '2025-11-24', 'screening', {
    declared: {
      项目: '2025 年 CMMI 五级认证（演示）',
      CMMI等级: '五级',
      CMMI认证费用: 56_000_000,
      DCMM等级: '未通过',
      DCMM认证费用: 0,
    },
  }),
  claimed('芯谱软件', 'growth', '2025-11-26', 'screening'),
  claimed('禾杉云服务', 'rent', '2025-12-01', 'accepting'),
  claimed('满星软件', 'jobs', '2025-11-24', 'draft', { materials: [] }),
  claimed('橙枢物联', 'rent', '2025-11-25', 'draft', { materials: [] }),
]
