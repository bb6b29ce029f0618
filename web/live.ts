/** Live update in the browser: what is made of a changed entity is asked again at once. It shows nothing itself. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** The entities that queries are made of, by the beginning of their path: `{ 'work/': ['report', 'milestone'] }`. */
export type MadeOf = Record<string, readonly string[]>

/** Several changes of one commit become one question. */
const gathering = 250
const minute = 60_000
const firstWait = 5000
/** After a gap anything may have changed. */
const anything = '*'

/** While the stream is down — nobody streams to a page that is not looked at — everything is asked by the minute. */
export function useLive(madeOf: MadeOf): void {
  const client = useQueryClient()
  const latest = useRef(madeOf)
  latest.current = madeOf
  useEffect(() => {
    const changed = new Set<string>()
    let asking: number | undefined
    const ask = () => {
      asking = undefined
      const paths = Object.entries(latest.current).flatMap(([path, entities]) =>
        changed.has(anything) || entities.some((entity) => changed.has(entity)) ? [path] : [],
      )
      changed.clear()
      const concerned = ({ queryKey: [key] }: { queryKey: readonly unknown[] }) =>
        typeof key === 'string' && paths.some((path) => key.startsWith(path))
      if (paths.length) void client.invalidateQueries({ predicate: concerned })
    }
    const hear = (entity: string) => {
      changed.add(entity)
      asking ??= window.setTimeout(ask, gathering)
    }
    const leave = join(hear)
    return () => {
      leave()
      window.clearTimeout(asking)
    }
  }, [client])
}

type Hear = (entity: string) => void
const hearers = new Set<Hear>()
let end: (() => void) | null = null

/** All that listen in one page share one stream. */
function join(hear: Hear): () => void {
  hearers.add(hear)
  end ??= attend((entity) => {
    for (const each of hearers) each(entity)
  })
  return () => {
    hearers.delete(hear)
    if (hearers.size) return
    end?.()
    end = null
  }
}

/** Keeps the stream open while the page is looked at; the answer leaves it. */
function attend(hear: (entity: string) => void): () => void {
  let stream: EventSource | null = null
  let wait = firstWait
  let again: number | undefined

  const close = () => {
    window.clearTimeout(again)
    stream?.close()
    stream = null
  }
  const open = () => {
    close()
    if (document.hidden) return
    stream = new EventSource('/api/live')
    stream.onmessage = ({ data }) => hear(String(data))
    stream.onopen = () => {
      wait = firstWait
      // What changed before the stream stood was not told.
      hear(anything)
    }
    stream.onerror = () => {
      // The browser takes a dropped stream up again by itself; one that was refused it gives up.
      if (stream?.readyState !== EventSource.CLOSED) return
      again = window.setTimeout(open, wait)
      wait = Math.min(wait * 2, minute)
    }
  }
  const byTheMinute = window.setInterval(() => {
    if (stream?.readyState !== EventSource.OPEN) hear(anything)
  }, minute)

  open()
  // A browser opens few connections to one server: pages in the background leave them to the one in front.
  document.addEventListener('visibilitychange', open)
  window.addEventListener('online', open)
  window.addEventListener('offline', close)
  return () => {
    close()
    window.clearInterval(byTheMinute)
    document.removeEventListener('visibilitychange', open)
    window.removeEventListener('online', open)
    window.removeEventListener('offline', close)
  }
}
