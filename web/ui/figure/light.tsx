/** Status lights, state tags and their reasons: told by shape and word first, by colour second. */
import { Popover, Tag } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { type LightName, lights } from '#modules/work/model.ts'
import './light.css'

const shapes: Record<LightName, ReactElement> = {
  green: <circle cx="8" cy="8" r="6" />,
  yellow: <path d="M8 1.5l7 12.5H1z" />,
  red: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />,
  grey: <circle cx="8" cy="8" r="5.5" />,
  blue: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" />
      <path className="tick" d="M4.5 8.2l2.4 2.4 4.6-5" />
    </>
  ),
}

type LightOf = {
  is: LightName
  /** Why; opened by pointing, by keyboard and by touch, and a click does not close it. */
  reasons?: readonly ReactNode[]
  /** Beside a heading that already says the word. */
  wordless?: boolean
  /** Where a light has other words: 符合进度. */
  words?: Record<LightName, string>
}
export function Light({ is, reasons, wordless, words = lights }: LightOf) {
  const word = words[is]
  const sign = (
    <>
      <svg className={`light-${is}`} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[is]}
      </svg>
      <span className={wordless ? 'visually-hidden' : undefined}>{word}</span>
    </>
  )
  if (!reasons?.length) return <span className="light">{sign}</span>
  return (
    <Popover trigger={['hover', 'focus']} title={`${word}的原因`} content={<Reasons of={reasons} />}>
      <button type="button" className="plain light">
        {sign}
        <span className="visually-hidden">，查看原因</span>
      </button>
    </Popover>
  )
}

/** Why something is as it is, sentence by sentence. */
export const Reasons = ({ of }: { of: readonly ReactNode[] }) => (
  <ul className="reasons" style={{ maxWidth: '36em' }}>
    {of.map((reason, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: reasons are sentences in their order, nothing else names them
      <li key={at}>{reason}</li>
    ))}
  </ul>
)

export type Tone = 'quiet' | 'active' | 'good' | 'warn' | 'bad'
const colourOf: Record<Tone, string> = { quiet: 'default', active: 'processing', good: 'success', warn: 'warning', bad: 'error' }
/** States of all flows, by what they mean to the reader. */
const toneOf: Record<string, Tone> = {
  draft: 'quiet',
  submitted: 'active',
  published: 'good',
  accepted: 'good',
  returned: 'warn',
  revised: 'quiet',
  closed: 'quiet',
}

/** A state in its word: `<StatusTag of={planFlow.states} is={row.status} />`. */
export const StatusTag = <S extends string>({ of, is, tone }: { of: Record<S, string>; is: S; tone?: Tone }) => (
  <Mark tone={tone ?? toneOf[is]}>{of[is] ?? is}</Mark>
)

/** A short word set apart: 演示数据, 牵头. */
export const Mark = ({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) => (
  <Tag color={colourOf[tone]} variant="outlined" style={{ marginInlineEnd: 0 }}>
    {children}
  </Tag>
)
