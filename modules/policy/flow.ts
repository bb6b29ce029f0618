/** Lives of a document, of its clauses as data, of a question and of a bid for funds of a level above. */
import { flow } from '#platform/flow.ts'

export const policyStates = { draft: '起草', inForce: '现行', amended: '已修订', repealed: '已废止' } as const

export const versionStates = { draft: '起草', published: '已发布', dropped: '已作废' } as const
export const versionFlow = flow('条款版本', versionStates, {
  publish: { label: '发布条款', by: ['office'], from: ['draft'], to: 'published' },
  drop: { label: '作废草案', by: ['office', 'department'], from: ['draft'], to: 'dropped' },
})

export const questionStates = { asked: '待答复', answered: '已答复', closed: '已关闭' } as const
export const questionFlow = flow('政策咨询', questionStates, {
  answer: { label: '答复咨询', by: ['office', 'department', 'park', 'town'], from: ['asked'], to: 'answered' },
  close: { label: '关闭咨询', by: ['office'], from: ['asked'], to: 'closed' },
})

export const bidStates = {
  preparing: '准备材料',
  handedIn: '已报送',
  recommended: '已推荐',
  granted: '已立项',
  rejected: '未立项',
  paid: '已到账',
  dropped: '已放弃',
} as const
const recommending = ['office', 'department'] as const
export const bidFlow = flow('上级资金申报', bidStates, {
  handIn: { label: '报送申报书', by: ['enterprise', 'institution'], from: ['preparing'], to: 'handedIn' },
  giveBack: { label: '退回申报书', by: recommending, from: ['handedIn'], to: 'preparing' },
  recommend: { label: '推荐上报', by: recommending, from: ['handedIn'], to: 'recommended' },
  grant: { label: '登记立项', by: recommending, from: ['recommended'], to: 'granted' },
  reject: { label: '登记未立项', by: recommending, from: ['handedIn', 'recommended'], to: 'rejected' },
  receive: { label: '登记到账', by: recommending, from: ['granted'], to: 'paid' },
  drop: { label: '放弃申报', by: ['enterprise', 'institution', ...recommending], from: ['preparing', 'handedIn'], to: 'dropped' },
})
