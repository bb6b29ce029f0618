/** How money and its states read on pages. */
import type { commitmentStates, paymentStates, remittanceStates } from '#modules/payout/flow.ts'
import { yuan } from '#web/money.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

/** With its sign, where it is added to a balance; nothing where it changes none. */
export const change = (fen: number): string => (fen === 0 ? '' : `${fen > 0 ? '+' : '−'}${yuan(Math.abs(fen))}`)

export const toneOfPayment: Record<keyof typeof paymentStates, Tone> = {
  pending: 'active',
  paid: 'good',
  failed: 'bad',
  cancelled: 'quiet',
}
export const toneOfList: Record<keyof typeof remittanceStates, Tone> = {
  draft: 'quiet',
  sent: 'active',
  done: 'good',
  cancelled: 'quiet',
}
export const toneOfCommitment: Record<keyof typeof commitmentStates, Tone> = {
  open: 'active',
  met: 'good',
  missed: 'bad',
  recovered: 'quiet',
  waived: 'quiet',
}

export const payersOnly = '拨付由领导小组办公室和负责拨付的财政部门办理'
export const officeOnly = '由领导小组办公室办理'
