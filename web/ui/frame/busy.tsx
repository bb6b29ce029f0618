/** The line at the top of the window while the server works: seen whenever something takes longer than a moment. */
import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'

const patience = 400

export function Busy() {
  const working = useIsFetching() + useIsMutating() > 0
  const arriving = useNavigation().state !== 'idle'
  const busy = working || arriving
  const [seen, show] = useState(false)
  useEffect(() => {
    if (!busy) return show(false)
    const timer = setTimeout(() => show(true), patience)
    return () => clearTimeout(timer)
  }, [busy])
  return seen ? <div className="busy" role="progressbar" aria-label="正在处理" /> : null
}
