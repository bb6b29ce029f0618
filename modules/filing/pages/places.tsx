/** Narrowing to a place: the parks and towns of the district, by name. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'
import type { useFilters } from './search.ts'

export const outside = { value: 'none', label: '园城以外' }

export function PlaceFilters({ filters: { of, turn } }: { filters: ReturnType<typeof useFilters> }) {
  const orgs = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data ?? []
  const those = (wanted: 'park' | 'town') =>
    orgs.flatMap(({ kind, id, shortName }) => (kind === wanted ? [{ value: id, label: shortName }] : []))
  return (
    <>
      <ChoiceInput
        name="园城"
        placeholder="全部园城"
        width={150}
        clearable
        value={of('zone')}
        choices={[...those('park'), outside]}
        onChange={(zone) => turn({ zone })}
      />
      <ChoiceInput
        name="镇街"
        placeholder="全部镇街"
        width={150}
        clearable
        value={of('town')}
        choices={those('town')}
        onChange={(town) => turn({ town })}
      />
      <div className="filing-find">
        <TextInput name="企业名称" placeholder="企业名称" value={of('name')} onChange={(name) => turn({ name })} />
      </div>
    </>
  )
}
