/** Lets in those who read the books of money; others are told who does. */
import type { ReactNode } from 'react'
import { useMe } from '#web/session.tsx'
import { NoRight } from '#web/ui/frame/states.tsx'

export const Readers = ({ children }: { children: ReactNode }) =>
  ['leader', 'office', 'department'].includes(useMe().role) ? (
    children
  ) : (
    <NoRight title="您没有查看政策资金的权限" about="政策资金由区领导、领导小组办公室和有关部门查看。" />
  )
