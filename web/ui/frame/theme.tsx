/** The look: colours, type and spacing of every door, all text at WCAG AA, in light and in dark. */
import { App, ConfigProvider, type ThemeConfig, theme } from 'antd'
import type { Locale } from 'antd/es/locale/index.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import 'dayjs/locale/zh-cn.js'
import './base.css'

dayjs.locale('zh-cn')
/** antd ships ES modules under CommonJS types; the default export is the locale itself. */
const locale = zhCN as unknown as Locale

const calm = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

const shared: NonNullable<ThemeConfig['token']> = {
  fontFamily:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  fontSize: 14,
  borderRadius: 6,
  sizeUnit: 4,
  motion: !calm,
}

const light: ThemeConfig = {
  // Without the hash class antd needs no :where(), which Chrome 87 does not know.
  hashed: false,
  token: {
    ...shared,
    colorPrimary: '#1d5aa6',
    colorInfo: '#1d5aa6',
    colorLink: '#1d5aa6',
    colorLinkHover: '#164a8a',
    colorLinkActive: '#123d73',
    colorSuccess: '#1c7a45',
    colorWarning: '#a85b00',
    colorError: '#c4272f',
    // Derived ones would be muddy: these hues are dark already.
    colorSuccessBg: '#e7f5ec',
    colorSuccessBorder: '#9bcfb0',
    colorWarningBg: '#fff5e3',
    colorWarningBorder: '#e8c07a',
    colorErrorBg: '#fdeeee',
    colorErrorBorder: '#eeadad',
    colorInfoBg: '#eaf2fc',
    colorInfoBorder: '#a9c8ee',
    colorText: '#1b2430',
    colorTextSecondary: '#4b5666',
    colorTextTertiary: '#5f6b7c',
    colorTextDescription: '#5f6b7c',
    colorTextPlaceholder: '#667085',
    colorBgLayout: '#f3f5f8',
    colorBorder: '#c9d0da',
    colorBorderSecondary: '#e3e7ed',
  },
  components: {
    Table: { headerBg: '#eef2f7', headerColor: '#37414f', cellPaddingBlockSM: 7, cellPaddingInlineSM: 12 },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Tabs: { horizontalMargin: '0 0 16px 0' },
    Card: { headerHeight: 44, headerFontSize: 15 },
  },
}

const dark: ThemeConfig = {
  // Stands for itself: the light one around it is not to shine through.
  inherit: false,
  hashed: false,
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#5b9df0',
    colorInfo: '#5b9df0',
    colorLink: '#8fbdf7',
    colorLinkHover: '#b5d4fb',
    colorLinkActive: '#b5d4fb',
    colorSuccess: '#4fbf82',
    colorWarning: '#e6a13c',
    colorError: '#f0706f',
    colorTextSecondary: '#b6c2d3',
    colorTextTertiary: '#9aa8bb',
    colorTextDescription: '#9aa8bb',
    colorTextPlaceholder: '#98a6ba',
    colorBgBase: '#0b1626',
    colorBgLayout: '#0b1626',
    colorBgContainer: '#11203566',
    colorBgElevated: '#16283f',
    colorBorderSecondary: '#24364f',
  },
}

/** Wraps a door; everything inside, popups too, takes its colours from here. */
export function Look({ mode = 'light', children }: { mode?: 'light' | 'dark'; children: ReactNode }) {
  return (
    <ConfigProvider
      locale={locale}
      theme={mode === 'dark' ? dark : light}
      componentSize="medium"
      button={{ autoInsertSpace: false }}
    >
      <App className={`look look-${mode}`} message={{ maxCount: 3, duration: 4 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
