/** Units that can be given something to do or asked to report, by kind. */
import { useQuery } from '@tanstack/react-query'
import { orgKinds } from '#modules/org/model.ts'
import { query } from '#web/client.ts'
import type { Choice } from '#web/ui/form/inputs.tsx'

const doers = ['office', 'department', 'park', 'company', 'town', 'institution']
export function useUnits(): Choice[] {
  const asked = useQuery({ ...query('org/list', {}), staleTime: 300_000 })
  return (asked.data ?? [])
    .filter(({ kind, until }) => doers.includes(kind) && until === null)
    .map(({ id, shortName, kind }) => ({ value: id, label: shortName, group: orgKinds[kind] }))
}
