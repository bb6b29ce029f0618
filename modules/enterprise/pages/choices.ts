/** What the forms and filters of enterprises offer to choose from: towns and parks of one's own area, directions of the plan. */
import { useQuery } from '@tanstack/react-query'
import { divisions, industries } from '#engines/enterprise/industry.ts'
import { query } from '#web/client.ts'
import { useMe, usePlanInForce } from '#web/session.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'

export type Places = { towns: Choice[]; zones: Choice[] }

/** Towns the district governs, and parks. */
export function usePlaces(): Places {
  const orgs = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data ?? []
  const rules = useQuery({ ...query('org/jurisdictionRules', {}), staleTime: 300_000 }).data ?? []
  const outside = new Set(rules.flatMap(({ areaCode, governed }) => (governed ? [] : [areaCode])))
  const choices = (kind: string) =>
    orgs
      .filter((org) => org.kind === kind && !org.until && !(org.areaCode && outside.has(org.areaCode)))
      .map(({ id, shortName }) => ({ value: id, label: shortName }))
  return { towns: choices('town'), zones: choices('park') }
}

/** The town an official of a town registers for, the park one of a park does; a form that begins with it takes it as its key: a park is known later. */
export function useOwnPlace(): { town?: string; zone?: string } {
  const { role, org } = useMe()
  const orgs = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data
  if (!org) return {}
  if (role === 'town') return { town: org.id }
  return role === 'park' && orgs ? { zone: orgs.find(({ id }) => id === org.id)?.parent ?? org.id } : {}
}

export function useDirections(): Choice[] {
  return (usePlanInForce()?.directions ?? []).map((direction) => ({ value: direction, label: direction }))
}

export const industryChoices: Choice[] = Object.entries(industries).map(([code, name]) => ({
  value: code,
  label: `${code} ${name}`,
  group: divisions[code.slice(0, 2)],
}))

export const divisionChoices: Choice[] = Object.entries(divisions).map(([code, name]) => ({ value: code, label: name }))

/** Officials who keep files; others look. */
export const useKeeps = (): boolean => ['office', 'park', 'town'].includes(useMe().role)
export const useGrants = (): boolean => ['office', 'department', 'park', 'town'].includes(useMe().role)
export const lookOnly = '企业档案由领导小组办公室和所在园城、镇街维护'
