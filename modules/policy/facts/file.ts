/** Facts of the file and the stay: relations with the district, days, way of settling. */
import { fromFile } from '#modules/ladder/facts.ts'
import type { Days } from '#modules/ladder/known/asked.ts'
import type { Firm, Source } from './firm.ts'

const relations = [
  ['注册地在本区', 'registered', 'registeredSince'],
  ['实际经营地在本区', 'operating', 'operatingSince'],
  ['税务关系在本区', 'taxed', 'taxedSince'],
  ['统计关系在本区', 'reporting', 'reportingSince'],
] as const

const ways: Record<Firm['originKind'], string> = {
  existing: '存量',
  established: '新设立',
  'moved-in': '区外迁入',
  'spun-off': '分立设立',
}

export const file: Source = {
  titles: [...relations.map(([title]) => title), ...['位于两江直管区', '正常存续', '落户方式', '落户日期', '登记注册日期']],
  async add(_, firms, days, into) {
    for (const firm of firms) Object.assign(into.get(firm.id)!, ofFile(firm, days))
  },
}

function ofFile(firm: Firm, days: Days) {
  const from = (field: Parameters<typeof fromFile>[1], value: string | boolean) => fromFile(firm, field, value, days)
  return {
    ...Object.fromEntries(
      relations.flatMap(([title, field, since]) => {
        const holds = heldOn(firm[field], firm[since], days.day)
        return holds === null ? [] : [[title, from(field, holds)]]
      }),
    ),
    // Places another government runs are not on file at all (modules/enterprise/place.ts).
    位于两江直管区: from('town', false),
    正常存续: from('status', firm.present && firm.status === 'active'),
    落户方式: from('originKind', ways[firm.originKind]),
    落户日期: from('settledOn', firm.settledOn),
    ...(firm.registeredOn ? { 登记注册日期: from('registeredOn', firm.registeredOn) } : {}),
  }
}

/** A relation that began later did not hold yet. */
const heldOn = (holds: boolean | null, since: string | null, day: string): boolean | null =>
  holds === true && since !== null && since > day ? false : holds
