/** The bell of whoever is signed in: his unread messages, kept up to date. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { useLive } from '#web/live.ts'
import { homeOf, useMe } from '#web/session.tsx'
import { BellLink } from '#web/ui/frame/bell.tsx'

const live = { 'message/': ['message'] }

export function Bell() {
  const { role } = useMe()
  useLive(live)
  const { data } = useQuery(query('message/unread', {}))
  return <BellLink to={`${homeOf(role)}/messages`} count={data?.count ?? 0} urgent={(data?.urgent ?? 0) > 0} />
}
