/** Which chunks of a long text are near the window; the rest are empty boxes of about their height. */
import { type RefObject, useEffect, useState } from 'react'

/** @param wanted a chunk to draw in any case, or -1 */
export function useSeen(
  pane: RefObject<HTMLElement | null>,
  chunks: number,
  wanted: number,
  drawnWhole: number,
): { has(at: number): boolean } {
  const [seen, see] = useState<ReadonlySet<number>>(new Set([0, 1]))
  const whole = chunks <= drawnWhole
  useEffect(() => {
    const element = pane.current
    if (!element || whole) return
    // On a phone the page scrolls, not the pane.
    const root = getComputedStyle(element).overflowY === 'auto' ? element : null
    const observer = new IntersectionObserver(
      (entries) =>
        see((before) => {
          const next = new Set(before)
          for (const { target, isIntersecting } of entries) {
            const at = Number((target as HTMLElement).dataset.chunk)
            if (isIntersecting) next.add(at)
            else next.delete(at)
          }
          return next
        }),
      { root, rootMargin: '1500px 0px' },
    )
    for (const box of element.querySelectorAll('[data-chunk]')) observer.observe(box)
    return () => observer.disconnect()
  }, [pane, whole])
  return { has: (at) => whole || seen.has(at) || at === wanted }
}
