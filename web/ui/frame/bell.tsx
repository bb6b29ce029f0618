/** The bell in the top bar: how many messages wait to be read. */
import { BellOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import './shell.css'

const most = 99

/** Read out in words; the number is for the eye. */
export const BellLink = ({ to, count, urgent }: { to: string; count: number; urgent: boolean }) => (
  <Link
    to={to}
    className="shell-bell"
    aria-label={count ? `消息，${count} 条未读` : '消息'}
    title={count ? `${count} 条未读消息` : '消息'}
  >
    <BellOutlined aria-hidden />
    {count > 0 && (
      <span className={urgent ? 'shell-count urgent number' : 'shell-count number'} aria-hidden>
        {count > most ? `${most}+` : count}
      </span>
    )}
  </Link>
)
