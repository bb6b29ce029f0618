/** A text the machine reads while it is written: asked about once the hand rests, every flaw a way to its line. */
import { type ReactNode, useEffect, useState } from 'react'
import { Act } from './ui/buttons.tsx'
import { Notice } from './ui/dialog.tsx'
import { Panel } from './ui/frame/page.tsx'
import './written.css'

/** What was written, once the hand has rested. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => settle(text), 500)
    return () => window.clearTimeout(timer)
  }, [text])
  return settled
}

/** Puts the cursor where something stands, the rest of its line marked. */
export function goTo(area: HTMLTextAreaElement | null | undefined, line: number, column: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const begin = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  area.focus()
  area.setSelectionRange(begin + column - 1, begin + (lines[line - 1]?.length ?? 0))
  // The line stands in the upper third of what is seen.
  area.scrollTop = Math.max(0, (line - 1) * (area.scrollHeight / lines.length) - area.clientHeight / 3)
}

type Flaw = { line: number; column: number; sentence: string }
type FlawsOf = {
  of: readonly Flaw[]
  waiting?: boolean
  onGo: (line: number, column: number) => void
  /** Said where there is none. */
  children: ReactNode
}

export const Flaws = ({ of, waiting = false, onGo, children }: FlawsOf) => (
  <Panel title={waiting ? '正在检查' : of.length ? `有 ${of.length} 处问题` : '检查'}>
    {of.length === 0 ? (
      <Notice tone="success">{children}</Notice>
    ) : (
      <ul className="flaws">
        {of.map(({ line, column, sentence }) => (
          <li key={`${line}:${column} ${sentence}`}>
            <Act inline onClick={() => onGo(line, column)}>
              第 {line} 行第 {column} 列
            </Act>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
)
