/** A page that has only something to say: nothing published yet, nothing found, out of order. */
type Props = { title: string; sentence: string; login?: boolean; home?: boolean }

export const Message = ({ title, sentence, login, home = true }: Props) => (
  <div className="wide message">
    <svg viewBox="0 0 240 90" width="240" height="90" aria-hidden="true">
      <polyline points="20,64 74,24 138,58 176,30" />
      <path d="M20 58l6 6-6 6-6-6zM74 18l6 6-6 6-6-6zM138 52l6 6-6 6-6-6zM176 24l6 6-6 6-6-6z" />
      <circle cx="222" cy="60" r="6" />
    </svg>
    <h1>{title}</h1>
    <p>{sentence}</p>
    <p className="ways">
      {home && <a href="/">回到首页</a>}
      {login && <a href="/login">登录</a>}
    </p>
  </div>
)
