/** The sheets of a round: one for each unit, task and zone and one for the district, grave lines first. */
import type { z } from 'zod'
import { lights } from '#modules/work/model.ts'
import type { sheet } from '../model.ts'
import type { Facts, Unit } from './facts.ts'
import {
  cardLine,
  indicatorLine,
  type Line,
  lateLine,
  lineOf,
  matterLine,
  milestoneLines,
  problemLine,
  reportLine,
} from './lines.ts'
import { tenLines } from './ten.ts'

export type Laid = Pick<z.infer<typeof sheet>, 'kind' | 'org' | 'task' | 'name' | 'lines' | 'hands'>

export const sheetsOf = (facts: Facts): Laid[] =>
  facts.term.rhythm === 'quarter'
    ? [districtSheet(facts)]
    : [
        ...facts.units.map((unit) => unitSheet(facts, unit)),
        ...facts.board.tasks.map((task) => taskSheet(facts, task)),
        ...facts.zones.map((zone) => zoneSheet(facts, zone)),
        districtSheet(facts),
      ]

/** Only these await an answer: what stands on the other sheets stands on those of the units too. */
function unitSheet(facts: Facts, unit: Unit): Laid {
  const places = placesOf(facts, unit)
  const lines = [
    ...facts.told.filter(({ definition }) => definition.keeper === unit.name).map((told) => indicatorLine(facts, told)),
    ...milestoneLines(facts, (owner) => owner === unit.id),
    reportLine(facts, (org) => org === unit.id),
    ...facts.matters.filter(({ owner }) => owner === unit.id).map((one) => matterLine(facts, one)),
    ...facts.cards.filter(({ org }) => org === unit.id).map((one) => cardLine(facts, one)),
    ...facts.problems.filter(({ org }) => org === unit.id).map((one) => problemLine(facts, one)),
    ...facts.late.filter(({ org }) => places.includes(org)).map(lateLine),
  ]
  return { kind: 'unit', org: unit.id, task: null, name: unit.name, lines: inOrder(lines), hands: [unit.id] }
}
/** A company works for its zone. */
const placesOf = ({ zones }: Facts, { id, kind, parent }: Unit) => [
  id,
  ...(kind === 'company' && zones.some((zone) => zone.id === parent) ? [parent!] : []),
]

function taskSheet(facts: Facts, task: Facts['board']['tasks'][number]): Laid {
  const { light, reasons, progress, key, title, units } = task
  const lines = [
    lineOf('milestone', '任务状态', reasons[0]?.sentence ?? lights[light], {
      value: `${lights[light]}，节点 ${progress.done}/${progress.total}`,
      grave: light === 'red',
      link: `/office/tasks/${key}`,
    }),
    ...milestoneLines(facts, (_owner, of) => of === key),
    reportLine(facts, (_org, of) => of === key),
    ...facts.matters.filter((one) => one.task === key).map((one) => matterLine(facts, one)),
    ...facts.problems.filter((one) => one.task === key).map((one) => problemLine(facts, one)),
  ]
  return { kind: 'task', org: null, task: key, name: title, lines: inOrder(lines), hands: units.map(({ org }) => org) }
}

function zoneSheet(facts: Facts, zone: Unit): Laid {
  const own = [
    zone.id,
    ...facts.bodies.filter(({ kind, parent }) => kind === 'company' && parent === zone.id).map(({ id }) => id),
  ]
  const lines = [
    ...facts.byZone.filter((told) => told.zone === zone.id).map((told) => indicatorLine(facts, told, zone.id)),
    ...milestoneLines(facts, (owner) => own.includes(owner)),
    ...facts.matters.filter(({ owner }) => own.includes(owner)).map((one) => matterLine(facts, one)),
    ...facts.cards.filter(({ org }) => own.includes(org)).map((one) => cardLine(facts, one)),
    ...facts.late.filter((one) => one.zone === zone.id || own.includes(one.org)).map(lateLine),
  ]
  return { kind: 'zone', org: null, task: null, name: zone.name, lines: inOrder(lines), hands: own }
}

/** Its first ten lines are the leader's; until the report is issued nobody else has it. */
function districtSheet(facts: Facts): Laid {
  const lines = [
    ...tenLines(facts),
    ...facts.told.map((told) => indicatorLine(facts, told)),
    ...facts.cards.map((one) => cardLine(facts, one)),
    ...facts.matters.filter(({ dueOn, status }) => status === 'open' && dueOn < facts.today).map((one) => matterLine(facts, one)),
  ]
  return { kind: 'district', org: null, task: null, name: '全区', lines, hands: [] }
}

const inOrder = (lines: (Line | null)[]): Line[] => {
  const all = lines.filter((line) => line !== null)
  return [...all.filter(({ grave }) => grave), ...all.filter(({ grave }) => !grave)]
}
