/** The frame of a page: where one is, what this is, what can be done here; and its panels. */
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react'
import { Link, useNavigationType } from 'react-router'
import './page.css'

type Crumb = { title: string; to?: string }
type Frame = {
  title: string
  /** One sentence on what the page is for. */
  description?: ReactNode
  /** Beside the title: status, light. */
  marks?: ReactNode
  actions?: ReactNode
  crumbs?: readonly Crumb[]
  children: ReactNode
}

export function PageFrame({ title, description, marks, actions, crumbs, children }: Frame) {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrivedBy = useNavigationType()
  useEffect(() => {
    document.title = `${title} · 满天星`
  }, [title])
  // Reading goes on at the heading of the page a link led to.
  useEffect(() => {
    if (arrivedBy === 'PUSH') heading.current?.focus({ preventScroll: true })
  }, [arrivedBy])
  return (
    <div className="page">
      {crumbs && <Crumbs of={crumbs} />}
      <header className="page-head">
        <div className="page-words">
          <div className="page-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {marks}
          </div>
          {description && <p className="page-about">{description}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      <div className="stack">{children}</div>
    </div>
  )
}

const Crumbs = ({ of }: { of: readonly Crumb[] }) => (
  <nav className="crumbs" aria-label="当前位置">
    <ol>
      {of.map(({ title, to }) => (
        <li key={title}>{to ? <Link to={to}>{title}</Link> : <span aria-current="page">{title}</span>}</li>
      ))}
    </ol>
  </nav>
)

type PanelOf = { title?: ReactNode; actions?: ReactNode; flush?: boolean; children: ReactNode }

/** A titled area of a page; `flush` lets a table reach its edges. */
export function Panel({ title, actions, flush, children }: PanelOf) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className="panel-head">
          {title && <h2 id={id}>{title}</h2>}
          {actions}
        </div>
      )}
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
    </section>
  )
}

export const Row = ({ children }: { children: ReactNode }) => <div className="row">{children}</div>
export const Stack = ({ tight, children }: { tight?: boolean; children: ReactNode }) => (
  <div className={tight ? 'stack tight' : 'stack'}>{children}</div>
)
/** Equal tiles, as many a line as fit. */
export const Tiles = ({ width = 220, children }: { width?: number; children: ReactNode }) => (
  <div className="tiles" style={{ '--tile': `${width}px` } as CSSProperties}>
    {children}
  </div>
)
/** Two columns on a wide screen, one on a narrow; `shares` as in CSS grid. */
export const Halves = ({ shares = ['1fr', '1fr'], children }: { shares?: [string, string]; children: ReactNode }) => (
  <div className="halves" style={{ '--left': shares[0], '--right': shares[1] } as CSSProperties}>
    {children}
  </div>
)

type Fact = { title: string; value: ReactNode; wide?: boolean }
/** Named values; absent ones read 未填写. */
export const Facts = ({ of }: { of: readonly Fact[] }) => (
  <dl className="facts">
    {of.map(({ title, value, wide }) => (
      <div key={title} className={wide ? 'wide' : undefined}>
        <dt>{title}</dt>
        <dd>{value === null || value === undefined || value === '' ? <span className="quiet">未填写</span> : value}</dd>
      </div>
    ))}
  </dl>
)
