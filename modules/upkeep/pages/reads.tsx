/** Lets in those who see to tickets and rooms; others are told who does. */
import type { ReactNode } from 'react'
import { useMe } from '#web/session.tsx'
import { NoRight } from '#web/ui/frame/states.tsx'

export const useReads = (): boolean => ['leader', 'office', 'park'].includes(useMe().role)

export const Readers = ({ children }: { children: ReactNode }) =>
  useReads() ? children : <NoRight title="您没有查看此处的权限" about="报事和共享设施由区领导、领导小组办公室和所在园城查看。" />
