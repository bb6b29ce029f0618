/** What a version changed against the one before it, or any other of its series. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { states } from '#modules/plan/flow.ts'
import { query } from '#web/client.ts'
import { GoTo } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, ErrorState, Loaded, LoadingState } from '#web/ui/frame/states.tsx'
import { kinds, versionOf } from './kinds.ts'
import { type Change, cutShared, difference, type FieldChange } from './version/difference.ts'
import type { Head } from './version/version-line.tsx'
import './version/changes.css'

export default function Changes() {
  const { id } = useParams()
  const plans = useQuery(query('plan/list', {}))
  return (
    <Loaded from={plans}>
      {(all) => {
        const version = all.find((plan) => plan.id === id)
        return version ? (
          <Comparison version={version} series={all.filter(({ series }) => series === version.series)} />
        ) : (
          <EmptyState title="没有找到该方案" actions={<GoTo to="/office/plans">返回方案版本</GoTo>} />
        )
      }}
    </Loaded>
  )
}

function Comparison({ version, series }: { version: Head; series: readonly Head[] }) {
  const [search, write] = useSearchParams()
  const others = series.filter(({ id }) => id !== version.id).sort((a, b) => b.version - a.version)
  const before =
    others.find(({ id }) => id === search.get('from')) ?? others.find((other) => other.version < version.version) ?? others[0]
  return (
    <PageFrame
      title="版本对照"
      description={version.title}
      crumbs={[
        { title: '方案版本', to: '/office/plans' },
        { title: versionOf(version), to: `/office/plans/${version.id}` },
        { title: '版本对照' },
      ]}
      actions={
        before && (
          <span className="row">
            {versionOf(version)}（{states[version.status]}）对照
            <ChoiceInput
              name="对照的版本"
              width={180}
              choices={others.map((other) => ({ value: other.id, label: `${versionOf(other)}（${states[other.status]}）` }))}
              value={before.id}
              onChange={(from) => from && write({ from }, { replace: true })}
            />
          </span>
        )
      }
    >
      {version.revision && <p>修订说明：{version.revision}</p>}
      {before ? <Differences key={before.id} before={before.id} after={version.id} /> : <EmptyState title="该方案只有一个版本" />}
    </PageFrame>
  )
}

function Differences({ before, after }: { before: string; after: string }) {
  const [older, newer] = useQueries({ queries: [query('plan/show', { id: before }), query('plan/show', { id: after })] })
  const orgs = useQuery(query('org/list', {})).data
  const trouble = older.error ?? newer.error
  if (trouble) return <ErrorState error={trouble} />
  if (!older.data || !newer.data || !orgs) return <LoadingState />
  const changes = difference(older.data, newer.data, (id) => orgs.find((org) => org.id === id)?.shortName ?? id)
  if (!changes.length) return <EmptyState title="两个版本内容相同" />
  const count = (what: Change['what']) => changes.filter((change) => change.what === what).length
  const titles = { plan: '基本信息', ...kinds }
  return (
    <>
      <p role="status">
        更改 {count('changed')} 处，新增 {count('added')} 处，删除 {count('dropped')} 处。
      </p>
      {Object.entries(titles).map(([kind, title]) => {
        const own = changes.filter((change) => change.kind === kind)
        return own.length ? (
          <Panel key={kind} title={title} flush>
            <ul className="changes">
              {own.map((change) => (
                <ChangeLine key={change.key} change={change} />
              ))}
            </ul>
          </Panel>
        ) : null
      })}
    </>
  )
}

const whats = { added: '新增', dropped: '删除', changed: '更改' } as const
const tones = { added: 'good', dropped: 'bad', changed: 'warn' } as const

const ChangeLine = ({ change: { what, title, fields } }: { change: Change }) => (
  <li className="change">
    <div className="row">
      <Mark tone={tones[what]}>{whats[what]}</Mark>
      <strong>{title}</strong>
    </div>
    {fields.length > 0 && (
      <dl>
        {fields.map((field) => (
          <FieldLine key={field.title} field={field} />
        ))}
      </dl>
    )}
  </li>
)

/** Words kept on either side of a change, so that it can be found. */
const around = 24

/** Short words are shown whole, before and after; of long ones only what differs. */
const short = 40

function FieldLine({ field: { title, before, after } }: { field: FieldChange }) {
  if (before.length <= short && after.length <= short)
    return (
      <>
        <dt>{title}</dt>
        <dd>
          {before && <del>{before}</del>} {after ? <ins>{after}</ins> : <span className="quiet">（已清空）</span>}
        </dd>
      </>
    )
  const [head, removed, added, tail] = cutShared(before, after)
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {head.length > around ? `……${head.slice(-around)}` : head}
        {removed && <del>{removed}</del>}
        {added && <ins>{added}</ins>}
        {tail.length > around ? `${tail.slice(0, around)}……` : tail}
      </dd>
    </>
  )
}
