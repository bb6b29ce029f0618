/** Whether the window is a phone's: told again whenever that changes. */
import { useSyncExternalStore } from 'react'

const phone = () => matchMedia('(max-width: 720px)')
const watch = (tell: () => void) => {
  const query = phone()
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

export const useNarrow = (): boolean => useSyncExternalStore(watch, () => phone().matches)
