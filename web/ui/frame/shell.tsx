/** The frame of a door: top bar, left navigation (a drawer on a phone), the page. */
import { DownOutlined, MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined, UserOutlined } from '@ant-design/icons'
import { Drawer, Dropdown, type MenuProps } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import './shell.css'

export type NavItem = { to: string; title: string; icon: ReactNode /** Only at exactly this address. */; end?: boolean }
export type NavGroup = { title?: string; items: readonly NavItem[] }

type ShellOf = {
  home: string
  place: string
  groups: readonly NavGroup[]
  plan?: ReactNode
  marks?: ReactNode
  strip?: ReactNode
  user: ReactNode
  children: ReactNode
}

const kept = 'mantianxing.nav'

export function Shell({ home, place, groups, plan, marks, strip, user, children }: ShellOf) {
  const [narrow, fold] = useState(() => localStorage.getItem(kept) === 'narrow')
  const [open, pull] = useState(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the drawer
  useEffect(() => pull(false), [pathname])
  const turn = () => {
    localStorage.setItem(kept, narrow ? 'wide' : 'narrow')
    fold(!narrow)
  }
  return (
    <div className="shell">
      <SkipLink />
      <header className="shell-top">
        <button type="button" className="plain shell-menu" aria-label="打开导航" aria-expanded={open} onClick={() => pull(true)}>
          <MenuOutlined aria-hidden />
        </button>
        <Brand to={home} place={place} />
        {plan && <span className="shell-plan">{plan}</span>}
        <div className="shell-marks">
          {marks}
          {user}
        </div>
      </header>
      <div className={narrow ? 'shell-nav narrow' : 'shell-nav'}>
        <Nav groups={groups} narrow={narrow} />
        <div className="shell-foot">
          <button type="button" className="plain nav-fold" aria-expanded={!narrow} onClick={turn}>
            {narrow ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
            <span className={narrow ? 'visually-hidden' : undefined}>{narrow ? '展开导航' : '收起导航'}</span>
          </button>
        </div>
      </div>
      <main id="main" className="shell-main" tabIndex={-1}>
        {strip && <div className="shell-strip">{strip}</div>}
        {children}
      </main>
      <Drawer
        placement="left"
        size={264}
        open={open}
        onClose={() => pull(false)}
        title={`满天星 · ${place}`}
        styles={{ body: { padding: 0 } }}
      >
        <Nav groups={groups} />
      </Drawer>
    </div>
  )
}

export const SkipLink = () => (
  <a className="skip" href="#main">
    跳到主要内容
  </a>
)

const Brand = ({ to, place }: { to: string; place: string }) => (
  <Link to={to} className="shell-brand">
    <img src="/icon.svg" alt="" width="26" height="26" />
    满天星 <small>{place}</small>
  </Link>
)

const Nav = ({ groups, narrow }: { groups: readonly NavGroup[]; narrow?: boolean }) => (
  <nav className="nav" aria-label="主导航">
    {groups.map(({ title, items }) => (
      <div key={title ?? ''}>
        {title && <div className="nav-group">{title}</div>}
        <ul>
          {items.map(({ to, title, icon, end }) => (
            <li key={to}>
              <NavLink to={to} end={end} title={narrow ? title : undefined} aria-label={narrow ? title : undefined}>
                {icon}
                <span className="nav-word">{title}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
)

/** A mark in the top bar: 演示数据, 系统日期. `long` ones move below the bar on a phone. */
export const TopMark = ({ long, title, children }: { long?: boolean; title?: string; children: ReactNode }) => (
  <span className={long ? 'shell-mark long' : 'shell-mark'} title={title}>
    {children}
  </span>
)

type UserOf = { name: string; place: string; items: MenuProps['items'] }
export const UserMenu = ({ name, place, items }: UserOf) => (
  <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
    <button type="button" className="plain shell-user" aria-label={`${name}，${place}，打开账号菜单`}>
      <UserOutlined aria-hidden />
      <span>
        {name} <small>{place}</small>
      </span>
      <DownOutlined style={{ fontSize: 10 }} aria-hidden />
    </button>
  </Dropdown>
)
