/** The bell in the top bar: how many messages wait to be read. */
import { BellOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import './shell.css'

const most = 99

/** What is read out holds what is seen, also where there are too many for the place. */
export function BellLink({ to, count, urgent }: { to: string; count: number; urgent: boolean }) {
  const shown = count > most ? `${most}+` : String(count)
  return (
    <Link
      to={to}
      className="shell-bell"
      aria-label={count ? `消息，${shown} 条未读` : '消息'}
      title={count ? `${count} 条未读消息` : '消息'}
    >
      <BellOutlined aria-hidden />
      {count > 0 && (
        <span className={urgent ? 'shell-count urgent number' : 'shell-count number'} aria-hidden>
          {shown}
        </span>
      )}
    </Link>
  )
}
