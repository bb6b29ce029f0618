/** Buttons and what they say afterwards. */
import { App, Button, Popconfirm } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'
import { Refusal } from '../client.ts'

type Act = {
  children: ReactNode
  onClick?: () => unknown
  /** The one main thing to do here. */
  main?: boolean
  danger?: boolean
  /** Within a line of text or a table row. */
  inline?: boolean
  icon?: ReactNode
  disabled?: boolean
  busy?: boolean
  /** Submits the form it stands in. */
  submits?: boolean
  /** For buttons that are only an icon. */
  name?: string
}

export const Act = ({ children, onClick, main, danger, inline, icon, disabled, busy, submits, name }: Act) => (
  <Button
    type={main ? 'primary' : inline ? 'link' : 'default'}
    size={inline ? 'small' : undefined}
    style={inline ? { paddingInline: 0 } : undefined}
    danger={danger}
    icon={icon}
    disabled={disabled}
    loading={busy}
    htmlType={submits ? 'submit' : 'button'}
    aria-label={name}
    onClick={() => void onClick?.()}
  >
    {children}
  </Button>
)

/** Looks like a button, is a link. */
export function GoTo({ to, main, inline, icon, children }: Pick<Act, 'main' | 'inline' | 'icon' | 'children'> & { to: string }) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to)
  return (
    <Button
      href={useHref(to)}
      type={main ? 'primary' : inline ? 'link' : 'default'}
      size={inline ? 'small' : undefined}
      style={inline ? { paddingInline: 0 } : undefined}
      icon={icon}
      onClick={(event) => follow(event as MouseEvent<HTMLAnchorElement>)}
    >
      {children}
    </Button>
  )
}

type Confirmed = Omit<Act, 'onClick'> & {
  /** The question: 确定放弃这份草稿吗？ */
  ask: ReactNode
  /** What follows from it. */
  about?: ReactNode
  /** The word on the confirming button; a verb. */
  yes?: string
  onConfirm: () => unknown
}
export const ConfirmButton = ({ ask, about, yes = '确定', onConfirm, ...act }: Confirmed) => (
  <Popconfirm
    title={ask}
    description={about && <div style={{ maxWidth: '24em' }}>{about}</div>}
    okText={yes}
    cancelText="取消"
    okButtonProps={{ danger: act.danger }}
    onConfirm={() => onConfirm()}
    disabled={act.disabled}
  >
    <span>
      <Act {...act} />
    </span>
  </Popconfirm>
)

/** Tells the outcome, seen and heard: `say.done('已发布')`, `say.failed(error)`. */
export function useSay() {
  const { message } = App.useApp()
  const tell = (type: 'success' | 'error' | 'info', sentence: string) =>
    void message.open({ type, content: <span role={type === 'error' ? 'alert' : 'status'}>{sentence}</span> })
  return {
    done: (sentence: string) => tell('success', sentence),
    note: (sentence: string) => tell('info', sentence),
    failed: (error: unknown) => tell('error', error instanceof Refusal ? error.message : '操作没有完成，请稍后再试'),
  }
}
