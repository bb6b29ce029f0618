/** How pages speak of matters: tones of states, lights of clocks, the units to choose from. */
import { useQuery } from '@tanstack/react-query'
import type { MatterState, SupervisionState } from '#modules/matter/flow.ts'
import { lights } from '#modules/work/model.ts'
import { type Out, query } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'

export type Whole = Out<'matter/one'>
export type Line = Out<'matter/list'>['rows'][number]
export type Card = Out<'matter/listCards'>['rows'][number]

export const toneOf: Record<MatterState, Tone> = { open: 'active', answered: 'warn', closed: 'good', cancelled: 'quiet' }
export const noticeTone: Record<SupervisionState, Tone> = {
  issued: 'warn',
  signed: 'active',
  replied: 'warn',
  returned: 'bad',
  closed: 'good',
  withdrawn: 'quiet',
}
/** The lights of a clock have words of their own. */
export const lightWords = { ...lights, red: '逾期', yellow: '临期', green: '正常', grey: '待核实', blue: '已结束' }

const doers = ['office', 'department', 'company', 'town', 'institution']
/** Units that can be given something to do. */
export function useUnits(except?: string | null): Choice[] {
  const found = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data ?? []
  return found
    .filter(({ id, kind, until }) => doers.includes(kind) && !until && id !== except)
    .map(({ id, shortName }) => ({ value: id, label: shortName }))
}

/** Tasks of the plan in force. */
export function useTasks(): Choice[] {
  const found = useQuery({ ...query('work/board', {}), staleTime: 300_000 }).data
  return (found?.tasks ?? []).map(({ key, number, title }) => ({ value: key, label: [number, title].filter(Boolean).join(' ') }))
}
