/** Space is secured step by step, from a find to rooms that are let. */
import { flow } from '#platform/flow.ts'

export const acquisitionStages = {
  found: '已摸排',
  surveyed: '已踏勘',
  negotiating: '洽谈中',
  contracted: '已签约',
  handedOver: '已移交',
  refitting: '改造中',
  ready: '可交付',
  let: '已投用',
  dropped: '已终止',
} as const
export type AcquisitionStage = keyof typeof acquisitionStages

const by = ['office', 'park'] as const

export const acquisitionFlow = flow('楼宇收储', acquisitionStages, {
  survey: { label: '登记踏勘', by, from: ['found'], to: 'surveyed' },
  negotiate: { label: '开始洽谈', by, from: ['found', 'surveyed'], to: 'negotiating' },
  contract: { label: '登记签约', by, from: ['surveyed', 'negotiating'], to: 'contracted' },
  takeOver: { label: '登记移交', by, from: ['contracted'], to: 'handedOver' },
  refit: { label: '开始改造', by, from: ['handedOver'], to: 'refitting' },
  finish: { label: '达到交付', by, from: ['handedOver', 'refitting'], to: 'ready' },
  let: { label: '登记投用', by, from: ['ready'], to: 'let' },
  drop: {
    label: '终止收储',
    by,
    from: ['found', 'surveyed', 'negotiating', 'contracted', 'handedOver', 'refitting', 'ready', 'let'],
    to: 'dropped',
  },
})
