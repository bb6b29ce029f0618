/** All targets of the plan in force: where each stands against where it should stand today. */
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import type { LightName } from '#modules/work/model.ts'
import { query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { useOrgNames } from '#web/timeline.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { ProgressLine } from '#web/ui/figure/figure.tsx'
import { Light } from '#web/ui/figure/light.tsx'
import { Spark } from '#web/ui/figure/spark.tsx'
import { CheckInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { aimOf, amountOf, type Listed, progressOf, roundedOf } from './words.ts'
import './target.css'

const gravity: LightName[] = ['red', 'yellow', 'grey', 'green', 'blue']

export default function Targets() {
  const asked = useQuery(query('target/list', {}))
  return (
    <PageFrame
      title="发展目标"
      description="每项目标的基期、按进度应达和最新值；灯色按最新值与按进度应达之比计算，点灯色可看原因。"
    >
      <Loaded from={asked} rows={10}>
        {(targets) => (targets.length ? <All of={targets} /> : <NoTargets />)}
      </Loaded>
    </PageFrame>
  )
}

/** Who answers for the value: the indicator that measures it, or the unit that enters it. */
const By = ({ target: { indicator }, keeper }: { target: Listed; keeper: string | undefined }) => (
  <div className="quiet target-small">{indicator ? <Link to={`/office/indicators/${indicator}`}>由指标计算</Link> : keeper}</div>
)

const NoTargets = () => (
  <Panel>
    <EmptyState
      title="尚无发展目标"
      about="方案发布后，其中的目标会在这里列出。"
      actions={<GoTo to="/office/plan">查看方案</GoTo>}
    />
  </Panel>
)

function All({ of }: { of: Listed[] }) {
  const me = useMe()
  const names = useOrgNames()
  const today = useFrame()?.today
  const [search, write] = useSearchParams()
  const own = search.get('mine') === '1'
  const keeperOf = ({ keeper }: Listed) => (keeper ? names.get(keeper) : '领导小组办公室')
  const columns: Column<Listed>[] = [
    { key: 'subject', title: '目标', show: ({ subject }) => subject, wrap: 11 },
    {
      key: 'light',
      title: '灯色',
      width: 108,
      show: ({ standing }) => (
        <Light is={standing.light} words={targetLights} reasons={standing.reasons.map(({ sentence }) => sentence)} />
      ),
      sort: ({ standing }) => gravity.indexOf(standing.light),
      filter: { of: targetLights, has: ({ standing }) => standing.light },
    },
    {
      key: 'aim',
      title: '目标值与基期',
      wrap: 13,
      show: (target) => (
        <>
          {aimOf(target)}
          {target.baselineValue !== null && (
            <div className="quiet target-small">
              基期 {amountOf(target, target.baselineValue)}（{target.baselineYear}年）
            </div>
          )}
        </>
      ),
    },
    {
      key: 'latest',
      title: '最新值与出处',
      show: (target) =>
        target.standing.latest ? (
          <>
            <b>{(target.indicator ? roundedOf : amountOf)(target, target.standing.latest.value)}</b>
            <div className="quiet target-small number">{target.standing.latest.asOf}</div>
            <By target={target} keeper={keeperOf(target)} />
          </>
        ) : (
          <>
            <span className="quiet">{target.indicator ? '暂无数值' : '暂无填报'}</span>
            <By target={target} keeper={keeperOf(target)} />
          </>
        ),
    },
    { key: 'expected', title: '按进度应达', show: (target) => roundedOf(target, target.standing.expected) },
    {
      key: 'progress',
      title: '进度',
      width: 110,
      show: (target) => {
        const progress = progressOf(target)
        return progress && <ProgressLine label={target.subject} {...progress} />
      },
    },
    {
      key: 'spark',
      title: '走势',
      width: 110,
      wideOnly: true,
      show: ({ subject, standing, readings }) => (
        <div className="target-spark">
          <Spark
            label={`${subject}按进度应达与实际值的走势`}
            path={standing.path}
            readings={readings}
            today={today}
            height={30}
          />
        </div>
      ),
    },
  ]
  return (
    <Panel flush>
      <div className="target-table">
        <DataTable
          name="发展目标"
          rows={own ? of.filter(({ keeper }) => keeper === me.org?.id) : of}
          columns={columns}
          rowKey={({ key }) => key}
          to={({ key }) => `/office/targets/${key}`}
          find={(target) => `${target.subject} ${keeperOf(target) ?? ''}`}
          tools={
            of.some(({ keeper }) => keeper === me.org?.id) && (
              <CheckInput
                label="只看本单位填报的目标"
                value={own}
                onChange={(on) => write(on ? { mine: '1' } : {}, { replace: true })}
              />
            )
          }
        />
      </div>
    </Panel>
  )
}
