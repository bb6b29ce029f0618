/** What becomes of a list sent to the treasury, of each line of it, and of what a firm holds to afterwards. */
export const remittanceStates = { draft: '拟定', sent: '已送财政', done: '已办结', cancelled: '已作废' } as const
export const paymentStates = { pending: '待拨付', paid: '已到账', failed: '退票', cancelled: '已作废' } as const
export const commitmentStates = {
  open: '履约中',
  met: '已履约',
  missed: '未履约',
  recovered: '已追回',
  waived: '已豁免',
} as const
/** How the follow-up of payments is looked through. */
export const commitmentViews = { due: '到期待核查', recovery: '追回中', open: '履约中', closed: '已办结' } as const
