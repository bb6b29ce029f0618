/** What opens over a page: a dialog for a few fields, a side sheet for something to read; tabs within a page. */
import { Alert, Drawer, Modal, Tabs } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

type Open = { title: string; open: boolean; onClose: () => void; children: ReactNode }

/** Its own form brings its buttons; without a form, `foot`. */
export const Dialog = ({ title, open, onClose, foot, wide, children }: Open & { foot?: ReactNode; wide?: boolean }) => (
  <Modal title={title} open={open} onCancel={onClose} footer={foot ?? null} width={wide ? 880 : 560} destroyOnHidden>
    {children}
  </Modal>
)

export function Sheet({ title, open, onClose, actions, children }: Open & { actions?: ReactNode }) {
  useReturn(open)
  return (
    <Drawer title={title} open={open} onClose={onClose} size="min(640px, 100vw)" extra={actions} destroyOnHidden>
      {children}
    </Drawer>
  )
}

/** Brings the keyboard back to where it was when an open sheet is taken away at once, before it could do so itself. */
function useReturn(open: boolean) {
  const [from] = useState(() => document.activeElement)
  const last = useRef(open)
  last.current = open
  useEffect(
    () => () => {
      if (last.current && from instanceof HTMLElement && from.isConnected) from.focus()
    },
    [from],
  )
}

type Tab = { key: string; title: ReactNode; content: ReactNode }
/** The open tab stands in the address, so that it can be linked to: ?tab=members. */
export function PageTabs({ of, param = 'tab' }: { of: readonly Tab[]; param?: string }) {
  const [search, write] = useSearchParams()
  const asked = search.get(param)
  const active = of.some(({ key }) => key === asked) ? asked! : of[0]?.key
  return (
    <Tabs
      activeKey={active}
      items={of.map(({ key, title, content }) => ({ key, label: title, children: content }))}
      onChange={(key) => {
        const next = new URLSearchParams(search)
        next.set(param, key)
        // Another tab begins at its first page.
        next.delete('page')
        write(next, { replace: true })
      }}
    />
  )
}

type Tone = 'info' | 'success' | 'warning' | 'error'
/** A sentence that stays on the page. */
export const Notice = ({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) => (
  <Alert
    type={tone}
    showIcon
    role={tone === 'error' ? 'alert' : 'status'}
    title={title ?? children}
    description={title ? children : undefined}
  />
)
