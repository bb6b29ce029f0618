/** The tab of responsible units: every printed name once, and the organisations a person confirms it to mean. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { orgName, useDesk } from '../desk.ts'
import { type Printed, useMatchAll } from './match.ts'
import { UnitMatch } from './unit-match.tsx'

export function Units() {
  const { editable } = useDesk()
  return editable ? <UnitMatching /> : <UnitNames />
}

function UnitMatching() {
  const { plan } = useDesk().whole
  const asked = useQuery(query('plan/printedUnits', { plan: plan.id }))
  return (
    <Loaded from={asked}>
      {(names) => (
        <>
          <div className="entries-head">
            <h2>
              责任单位 <span className="quiet number">{names.length}</span>
            </h2>
            <ConfirmAll names={names} />
          </div>
          <p className="quiet entries-note">原文中的每个单位名称只需确认一次，对全部任务生效。</p>
          {names.length ? (
            <ul className="entries">
              {names.map((name) => (
                <UnitMatch key={name.printed} name={name} />
              ))}
            </ul>
          ) : (
            <p className="quiet entries-empty">没有读到责任单位，请在“任务”中逐项添加。</p>
          )}
        </>
      )}
    </Loaded>
  )
}

function ConfirmAll({ names }: { names: readonly Printed[] }) {
  const { orgs } = useDesk()
  const say = useSay()
  const match = useMatchAll()
  const open = names.filter(({ confirmedBy, suggestion }) => confirmedBy === null && suggestion.orgs.length > 0)
  if (open.length < 2) return null
  const list = open.map(({ printed, suggestion }) => {
    const meant = suggestion.orgs.map((id) => orgName(orgs, id))
    return meant.length === 1 && meant[0] === printed ? printed : `${printed}（${meant.join('、')}）`
  })
  return (
    <ConfirmButton
      main
      busy={match.isPending}
      ask={`按建议确认以下 ${open.length} 个单位？`}
      about={<div className="confirm-list">{list.join('；')}</div>}
      yes="全部确认"
      onConfirm={() => match.mutate(open, { onSuccess: () => say.done(`已确认 ${open.length} 个单位`), onError: say.failed })}
    >
      按建议全部确认（{open.length}）
    </ConfirmButton>
  )
}

/** As read by anyone: name, what it means, how many tasks. */
function UnitNames() {
  const { whole, orgs, open } = useDesk()
  const names = [...new Set(whole.units.map(({ printed }) => printed))]
  return (
    <>
      <div className="entries-head">
        <h2>
          责任单位 <span className="quiet number">{names.length}</span>
        </h2>
        <Act inline onClick={() => open('task')}>
          按任务查看
        </Act>
      </div>
      <ul className="entries">
        {names.map((printed) => {
          const rows = whole.units.filter((unit) => unit.printed === printed)
          const meant = [...new Set(rows.flatMap(({ org }) => orgName(orgs, org) ?? []))]
          return (
            <li key={printed} className="entry match">
              <span className="match-name">{printed}</span>
              <span className="quiet">{new Set(rows.map(({ task }) => task)).size} 项任务</span>
              {meant.join() !== printed && <div className="match-orgs">{meant.join('、')}</div>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
