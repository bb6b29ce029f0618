/** Long official text: a few lines first, the rest on request. */
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import { Act } from './buttons.tsx'
import './figure/figure.css'

export function LongText({ children, lines = 4 }: { children: string; lines?: number }) {
  const body = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [more, setMore] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text, another height
  useLayoutEffect(() => {
    const element = body.current
    if (element && !open) setMore(element.scrollHeight > element.clientHeight + 1)
  }, [children, lines, open])
  const clamp: CSSProperties = open ? {} : { WebkitLineClamp: lines }
  return (
    <div>
      <div ref={body} className={open ? 'long' : 'long clamp'} style={clamp}>
        {children}
      </div>
      {more && (
        <Act inline onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开'}
        </Act>
      )}
    </div>
  )
}
