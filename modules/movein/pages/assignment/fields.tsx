/** The fields of an assignment: what each is called, and rules of which there may be several. */
import type { ReactNode } from 'react'
import { Act } from '#web/ui/buttons.tsx'
import { icons } from '#web/ui/icons.tsx'

export const Labelled = ({
  title,
  hint,
  wide,
  children,
}: {
  title: string
  hint?: string
  wide?: boolean
  children: ReactNode
}) => (
  <div className={wide ? 'assignment-field wide' : 'assignment-field'}>
    <span>{title}</span>
    {children}
    {hint && <span className="quiet move-in-small">{hint}</span>}
  </div>
)

type RulesOf<R> = {
  title: string
  /** What such a rule is for. */
  about: string
  add: string
  of: readonly R[]
  fresh: R
  onChange: (rules: R[]) => void
  show: (rule: R, change: (part: Partial<R>) => void) => ReactNode
}

export function Rules<R extends object>({ title, about, add, of, fresh, onChange, show }: RulesOf<R>) {
  const replace = (at: number, part: Partial<R>) => onChange(of.map((rule, nth) => (nth === at ? { ...rule, ...part } : rule)))
  return (
    <section aria-label={title}>
      <div className="row">
        <b>{title}</b>
        <span className="quiet move-in-small">{about}</span>
      </div>
      {of.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names, only their order
        <div className="assignment-rule" key={at}>
          {show(rule, (part) => replace(at, part))}
          <Act inline danger name={`移除${title}第 ${at + 1} 条`} onClick={() => onChange(of.filter((_, nth) => nth !== at))}>
            移除
          </Act>
        </div>
      ))}
      <Act inline icon={icons.add} onClick={() => onChange([...of, fresh])}>
        {add}
      </Act>
    </section>
  )
}
