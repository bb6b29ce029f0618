/** What a place shows when it has nothing to show yet: loading, empty, in error, not permitted. */
import { InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { Refusal } from '../../client.ts'
import './states.css'

type Words = { title: ReactNode; about?: ReactNode; actions?: ReactNode }
const State = ({ icon, role, title, about, actions }: Words & { icon: ReactNode; role?: 'alert' }) => (
  <div className="state" role={role}>
    {icon}
    <div className="state-title">{title}</div>
    {about && <div>{about}</div>}
    {actions && <div className="row">{actions}</div>}
  </div>
)

const icon = { fontSize: 32 }

/** Nothing here: says so, why, and what to do next. */
export const EmptyState = ({ title = '暂无内容', about, actions }: Partial<Words>) => (
  <State icon={<InboxOutlined style={icon} aria-hidden />} title={title} about={about} actions={actions} />
)

export const NoRight = ({
  title = '您没有查看此处的权限',
  about = '如需办理，请与本单位的账号管理人员联系。',
  actions,
}: Partial<Words>) => (
  <State icon={<LockOutlined style={icon} aria-hidden />} title={title} about={about} actions={actions ?? <BackHome />} />
)

/** To the first page of the door one stands in; the portal is no page of this application. */
export function BackHome() {
  const door = /^\/(office|admin|enterprise|cockpit)\b/.exec(useLocation().pathname)?.[0]
  return door ? <Link to={door}>返回首页</Link> : <a href="/">返回公众门户</a>
}

type Failure = { error: unknown; onRetry?: () => void }
export function ErrorState({ error, onRetry }: Failure) {
  if (error instanceof Refusal && error.status === 403) return <NoRight title={error.message} />
  const told = error instanceof Refusal ? error.message : '页面出现故障，请刷新后重试'
  const retryable = onRetry && !(error instanceof Refusal && error.status === 404)
  return (
    <State
      role="alert"
      icon={<WarningOutlined style={icon} aria-hidden />}
      title={told}
      actions={retryable && <Button onClick={onRetry}>重试</Button>}
    />
  )
}

export const LoadingState = ({ rows = 6 }: { rows?: number }) => (
  <div role="status" aria-label="正在加载" style={{ padding: 16 }}>
    <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
  </div>
)

type Asked<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>
/** A query in its three states: `<Loaded from={useQuery(…)}>{(rows) => …}</Loaded>`. */
export function Loaded<T>({ from, rows, children }: { from: Asked<T>; rows?: number; children: (data: T) => ReactNode }) {
  if (from.data !== undefined) return <>{children(from.data)}</>
  if (from.isPending) return <LoadingState rows={rows} />
  return <ErrorState error={from.error} onRetry={() => void from.refetch()} />
}
