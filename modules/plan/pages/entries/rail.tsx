/** The tabs of the workbench with how much each holds and how much of it still lacks something. */
import { useEffect, useRef } from 'react'
import { useDesk } from '../desk.ts'
import { type Tab, tabs, type Whole } from '../kinds.ts'

export function Rail({ tab, onOpen }: { tab: Tab; onOpen: (tab: Tab) => void }) {
  const { whole } = useDesk()
  const rail = useRef<HTMLElement>(null)
  // On a phone the tabs scroll sideways; the open one is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, another place
  useEffect(() => {
    const open = rail.current?.querySelector<HTMLElement>('[aria-current]')
    if (open) rail.current!.scrollLeft = open.offsetLeft - 40
  }, [tab])
  const shown = (Object.keys(tabs) as Tab[]).filter((key) => key !== 'publish' || whole.plan.status === 'draft')
  return (
    <nav ref={rail} className="rail" aria-label="条目类别">
      {shown.map((key) => {
        const open = lacksOf(whole, key)
        const count = countOf(whole, key)
        return (
          <button
            key={key}
            type="button"
            className="plain rail-tab"
            aria-current={key === tab ? 'page' : undefined}
            onClick={() => onOpen(key)}
          >
            {tabs[key]}
            {count !== null && <span className="number rail-count">{count}</span>}
            {open > 0 && (
              <span className="rail-open number" title={`${open} 处待补`}>
                {open}
                <span className="visually-hidden"> 处待补</span>
              </span>
            )}
          </button>
        )
      })}
    </nav>
  )
}

function countOf({ plan, ...items }: Whole, tab: Tab): number | null {
  const counts: Partial<Record<Tab, number>> = {
    goal: items.goals.length,
    target: items.targets.length,
    direction: plan.directions.length,
    zone: items.zones.length,
    task: items.tasks.length,
    safeguard: items.safeguards.length,
    unit: new Set(items.units.map(({ printed }) => printed)).size,
    warning: plan.warnings.length,
  }
  return counts[tab] ?? null
}

function lacksOf({ lacking }: Whole, tab: Tab): number {
  if (tab === 'publish') return lacking.length
  const about = tab === 'target' || tab === 'unit' ? tab : tab === 'task' ? 'task' : null
  return about === null ? 0 : lacking.filter((lack) => lack.about === about || (about === 'task' && lack.about === 'plan')).length
}
