/** The frame of every public page: head, navigation, what must be known about the figures, foot. No script, one style sheet. */
import type { ReactNode } from 'react'
import { dayInWords } from './words.ts'

/** What all pages know: where we are, on which day, and whether the figures are a demonstration. */
export type Place = { district: string; style: string; today: string; clockSet: boolean; demo: boolean }
type Props = { place: Place; title: string; at: string; children: ReactNode }

const doors = [
  ['/', '首页'],
  ['/plan', '行动方案'],
  ['/figures', '数据公布'],
  ['/policies', '政策文件'],
  ['/publicities', '兑现公示'],
  ['/spaces', '找空间'],
  ['/enterprises', '企业名录'],
  ['/statistics', '统计数据'],
  ['/about', '关于本站'],
] as const

export const Frame = ({ place, title, at, children }: Props) => (
  <html lang="zh-CN">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <meta name="description" content={`${place.district}软件和信息服务业“满天星”行动方案的目标、任务和进展`} />
      <title>{title === '首页' ? `满天星 · ${place.district}` : `${title} · 满天星`}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={place.style} />
    </head>
    <body>
      <a className="skip" href="#content">
        跳到正文
      </a>
      <header className="head">
        <div className="wide">
          <a className="brand" href="/">
            <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
              <path d="M16 4l2.8 9.2L28 16l-9.2 2.8L16 28l-2.8-9.2L4 16l9.2-2.8z" />
            </svg>
            <span>满天星</span>
            <small>{place.district}</small>
          </a>
          <nav aria-label="主导航">
            {doors.map(([href, word]) => (
              <a key={href} href={href} aria-current={at === href ? 'page' : undefined}>
                {word}
              </a>
            ))}
            <a className="door" href="/login">
              登录
            </a>
          </nav>
        </div>
      </header>
      <Notice {...place} />
      <main id="content">{children}</main>
      <footer className="foot">
        <div className="wide">
          <p>满天星行动平台 · {place.district}软件产业发展工作领导小组办公室</p>
          <p>
            数据截至{dayInWords(place.today)}。<a href="/about">数据说明与无障碍</a>
          </p>
        </div>
      </footer>
    </body>
  </html>
)

function Notice({ demo, clockSet, today }: Place) {
  if (!demo && !clockSet) return null
  return (
    <aside className="notice" aria-label="数据说明">
      <div className="wide">
        {demo && (
          <p>
            <strong>演示数据</strong>
            <span>进展和数值均为虚构，不代表真实情况</span>
          </p>
        )}
        {clockSet && (
          <p>
            <strong>系统日期 {dayInWords(today)}</strong>
            <span>已设定，不是今天</span>
          </p>
        )}
      </div>
    </aside>
  )
}
