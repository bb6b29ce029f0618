/** Whether an account can be used, in words. */
import type { Out } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Row } from '#web/ui/frame/page.tsx'

export type AccountRow = Out<'account/list'>[number]

export const AccountState = ({ of }: { of: AccountRow }) => (
  <Row>
    {of.locked && <Mark tone="bad">已停用</Mark>}
    {of.lockedUntil && <Mark tone="warn">锁定至 {moment(of.lockedUntil)}</Mark>}
    {of.mustChange && <Mark tone="warn">须修改初始密码</Mark>}
    {!of.locked && !of.lockedUntil && !of.mustChange && <Mark tone="good">正常</Mark>}
  </Row>
)
