/** The tab of targets: each figure as promised, and the baseline it starts from with who vouches for it. */
import { targetKinds } from '#modules/plan/model.ts'
import { written } from '#modules/plan/quantity.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { orgName, spanOf, useDesk } from '../desk.ts'
import type { Whole } from '../kinds.ts'
import { promised } from '../promise.ts'
import { Entry, EntryList } from './entry.tsx'

type TargetRow = Whole['targets'][number]

export function Targets() {
  const { whole, edit } = useDesk()
  return (
    <EntryList
      name="目标"
      count={whole.targets.length}
      empty="没有读到目标。也可在原文中选中文字后添加。"
      add={{ word: '添加目标', onAdd: () => edit({ what: 'target', id: null }) }}
    >
      {whole.targets.map((target) => (
        <TargetEntry key={target.id} target={target} />
      ))}
    </EntryList>
  )
}

function TargetEntry({ target }: { target: TargetRow }) {
  const { orgs, edit, whole } = useDesk()
  const { id, subject, comparator, kind, year, scope, keeper, owners } = target
  const qualitative = comparator === 'qualitative'
  const late = year !== null && (year < whole.plan.from || year > whole.plan.to)
  return (
    <Entry
      id={id}
      span={spanOf(target)}
      title={subject}
      onEdit={() => edit({ what: 'target', id })}
      marks={
        <>
          <strong className="number">{promised(target)}</strong>
          {!qualitative && <span className="quiet">{targetKinds[kind]}</span>}
          {year !== null && (late ? <Mark tone="bad">{year}年，不在期限内</Mark> : <span className="quiet">{year}年</span>)}
          {scope.map((name) => (
            <Mark key={name}>{name}</Mark>
          ))}
        </>
      }
      foot={
        <>
          {!qualitative && <Baseline target={target} />}
          {(keeper || owners.length > 0) && (
            <div className="quiet">
              {keeper && `填报：${orgName(orgs, keeper)}　`}
              {owners.length > 0 && `责任：${owners.map((owner) => orgName(orgs, owner)).join('、')}`}
            </div>
          )}
        </>
      }
    />
  )
}

function Baseline({ target }: { target: TargetRow }) {
  const { edit, editable } = useDesk()
  const { id, unit, baselineValue, baselineYear, baselineSource, baselineSignedBy, baselineSignedOn } = target
  const sign = (word: string) =>
    editable && (
      <Act inline onClick={() => edit({ what: 'baseline', id })}>
        {word}
      </Act>
    )
  if (baselineValue === null)
    return (
      <div className="row">
        <Mark tone="bad">缺基期值</Mark>
        {sign('填写并签认')}
      </div>
    )
  return (
    <div className="row baseline">
      <span>
        基期 <b className="number">{written(baselineValue, unit)}</b>
        {baselineYear && `（${baselineYear}年）`}
        {baselineSource && `，${baselineSource}`}
      </span>
      {baselineSignedBy ? (
        <span className="quiet">
          {baselineSignedBy} {baselineSignedOn} 签认
        </span>
      ) : (
        <Mark tone="bad">未签认</Mark>
      )}
      {sign('重新签认')}
    </div>
  )
}
