/** One printed name: confirmed, suggested with the reason, or chosen by searching the organisations. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orgKinds } from '#modules/org/model.ts'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { type Choice, ChoicesInput } from '#web/ui/form/inputs.tsx'
import { type Org, orgName, useDesk } from '../desk.ts'
import { type Printed, useMatch } from './match.ts'

export function UnitMatch({ name }: { name: Printed }) {
  const { whole, orgs, chosen } = useDesk()
  const [choosing, choose] = useState(false)
  const match = useMatch()
  const { printed, tasks, suggestion, confirmedBy } = name
  const confirmed = confirmedBy !== null
  const confirm = (meant: string[]) =>
    match.mutate({ plan: whole.plan.id, printed, orgs: meant }, { onSuccess: () => choose(false) })
  const meant = confirmed ? name.orgs : suggestion.orgs
  return (
    <li className={chosen === printed ? 'entry match chosen' : 'entry match'}>
      <span className="match-name">{printed}</span>
      <span className="quiet">{tasks} 项任务</span>
      {confirmed ? <Mark tone="good">{confirmedBy ? `${confirmedBy} 确认` : '已确认'}</Mark> : <Mark tone="bad">待确认</Mark>}
      <span className="match-acts">
        {!confirmed && suggestion.orgs.length > 0 && !choosing && (
          <Act onClick={() => confirm(suggestion.orgs)} busy={match.isPending}>
            确认
          </Act>
        )}
        {!choosing && <Act onClick={() => choose(true)}>{confirmed ? '更改' : '另选'}</Act>}
      </span>
      {!choosing && (
        <div className="match-orgs">
          {meant.map((id) => orgName(orgs, id)).join('、')}
          {!confirmed && <span className="quiet"> {suggestion.reason}</span>}
        </div>
      )}
      {choosing && (
        <OrgChooser initial={meant} busy={match.isPending} name={printed} onConfirm={confirm} onCancel={() => choose(false)} />
      )}
    </li>
  )
}

type Chooser = { name: string; initial: string[]; busy: boolean; onConfirm: (orgs: string[]) => void; onCancel: () => void }

function OrgChooser({ name, initial, busy, onConfirm, onCancel }: Chooser) {
  const { orgs } = useDesk()
  const memberships = useQuery(query('org/memberships', {})).data
  const [meant, mean] = useState(initial)
  /** A name for many is no unit itself: choosing it chooses its members. */
  const expand = (ids: string[]) => [
    ...new Set(
      ids.flatMap((id) =>
        orgs.find((org) => org.id === id)?.kind === 'group'
          ? (memberships ?? []).filter(({ body, until }) => body === id && until === null).map(({ org }) => org)
          : [id],
      ),
    ),
  ]
  return (
    <div className="match-choose">
      <ChoicesInput
        name={`“${name}”对应的单位`}
        placeholder="输入单位名称查找，可选多个"
        choices={orgChoices(orgs)}
        value={meant}
        onChange={(ids) => mean(expand(ids ?? []))}
      />
      <div className="row">
        <Act main disabled={!meant.length} busy={busy} onClick={() => onConfirm(meant)}>
          确认对应 {meant.length || ''} 个单位
        </Act>
        <Act onClick={onCancel}>取消</Act>
      </div>
    </div>
  )
}

/** Those that still exist, by kind; names for many first. */
export const orgChoices = (orgs: readonly Org[], kinds = Object.keys(orgKinds) as Org['kind'][]): Choice[] =>
  orgs
    .filter(({ until, kind }) => until === null && kinds.includes(kind))
    .map(({ id, name, shortName, kind }) => ({
      value: id,
      label: name === shortName ? name : `${shortName}（${name}）`,
      group: orgKinds[kind],
    }))
    .sort((a, b) => Number(b.group === orgKinds.group) - Number(a.group === orgKinds.group))
