/** Saying which organisations a printed unit name means. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { command, type Out, query } from '#web/client.ts'
import { useSay } from '#web/ui/buttons.tsx'
import { useDesk } from '../desk.ts'

export type Printed = Out<'plan/printedUnits'>[number]
type Answer = { printed: string; orgs: string[] }

/** Confirms one printed name; shown as confirmed at once, taken back when the server refuses. */
export function useMatch() {
  const { plan } = useDesk().whole
  const client = useQueryClient()
  const say = useSay()
  const { queryKey } = query('plan/printedUnits', { plan: plan.id })
  return useMutation({
    ...command('plan/matchUnit'),
    onMutate: async ({ printed, orgs }: Answer & { plan: string }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<Printed[]>(queryKey)
      client.setQueryData<Printed[]>(queryKey, (names) =>
        names?.map((name) => (name.printed === printed ? { ...name, orgs, confirmedBy: name.confirmedBy ?? '' } : name)),
      )
      return { before }
    },
    onError: (error, _, kept) => {
      if (kept?.before) client.setQueryData(queryKey, kept.before)
      say.failed(error)
    },
  })
}

/** Confirms all names as suggested, one after the other; where one is refused, those before it stay confirmed. */
export function useMatchAll() {
  const { plan } = useDesk().whole
  const client = useQueryClient()
  const { mutationFn } = command('plan/matchUnit')
  return useMutation({
    mutationFn: async (names: readonly Printed[]) => {
      for (const { printed, suggestion } of names) await mutationFn({ plan: plan.id, printed, orgs: suggestion.orgs })
    },
    onError: () => void client.invalidateQueries(),
  })
}
