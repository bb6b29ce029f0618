/** One target in time: its baseline and path, its readings with their sources, and who may enter the next one. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import { query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Timeline, useOrgNames } from '#web/timeline.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Light, Reasons } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Facts, Halves, PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { PathForm } from './path-form.tsx'
import { ReadingForm } from './reading-form.tsx'
import { Readings } from './readings.tsx'
import { Trajectory } from './trajectory.tsx'
import { aimOf, amountOf, roundedOf, type TargetDetail } from './words.ts'

export default function TargetPage() {
  const { key = '' } = useParams()
  const asked = useQuery(query('target/show', { key }))
  return <Loaded from={asked}>{(detail) => <Opened of={detail} />}</Loaded>
}

/** The reading being corrected, a new one, or the path. */
export type Asked = { kind: 'enter' } | { kind: 'correct'; reading: TargetDetail['readings'][number] } | { kind: 'plot' }
const titles: Record<Asked['kind'], string> = { enter: '填报目标数值', correct: '更正目标数值', plot: '设定年度目标' }

function Opened({ of }: { of: TargetDetail }) {
  const me = useMe()
  const names = useOrgNames()
  const today = useFrame()?.today
  const [asked, ask] = useState<Asked | null>(null)
  const { target, waypoints, measured } = of
  const { standing, keeper } = target
  const keeps = me.org !== null && (keeper ? keeper === me.org.id : me.role === 'office') && me.role !== 'leader'
  const because = keeper ? `只有填报单位（${names.get(keeper) ?? '该单位'}）可以填报` : '尚未指定填报单位，由领导小组办公室填报'
  const close = () => ask(null)
  return (
    <PageFrame
      title={target.subject}
      description={aimOf(target)}
      marks={<Light is={standing.light} words={targetLights} />}
      crumbs={[{ title: '发展目标', to: '/office/targets' }, { title: target.subject }]}
      actions={
        <>
          <Permitted
            when={me.role === 'office'}
            because="只有领导小组办公室可以设定年度目标"
            onClick={() => ask({ kind: 'plot' })}
          >
            设定年度目标
          </Permitted>
          {measured ? (
            <GoTo to={`/office/indicators/${measured.code}`}>查看指标</GoTo>
          ) : (
            <Permitted main when={keeps} because={because} onClick={() => ask({ kind: 'enter' })}>
              填报数值
            </Permitted>
          )}
        </>
      }
    >
      <Halves shares={['3fr', '2fr']}>
        <Panel title={measured ? '按进度应达与指标值' : '按进度应达与填报值'}>
          <Trajectory of={of} today={today} />
        </Panel>
        <Panel title="目标与原因">
          <div className="stack">
            <Reasons of={standing.reasons.map(({ sentence }) => sentence)} />
            <Facts
              of={[
                { title: '目标', value: aimOf(target), wide: true },
                { title: '按进度应达', value: roundedOf(target, standing.expected), wide: true },
                {
                  title: '最新值',
                  value:
                    standing.latest &&
                    `${(measured ? roundedOf : amountOf)(target, standing.latest.value)}（截至${dated(standing.latest.asOf)}）`,
                  wide: true,
                },
                {
                  title: '基期',
                  value:
                    target.baselineValue === null
                      ? null
                      : `${amountOf(target, target.baselineValue)}（${target.baselineYear}年）`,
                  wide: true,
                },
                { title: '基期来源', value: target.baselineSource, wide: true },
                {
                  title: '基期签认',
                  value: target.baselineSignedBy && `${target.baselineSignedBy}，${dated(target.baselineSignedOn)}`,
                  wide: true,
                },
                {
                  title: '年度目标',
                  value:
                    waypoints.map(({ year, value }) => `${year}年 ${amountOf(target, value)}`).join('；') ||
                    '未分年设定，按直线推算',
                  wide: true,
                },
                measured
                  ? { title: '数值来源', value: <Measured of={measured} />, wide: true }
                  : { title: '填报单位', value: keeper ? names.get(keeper) : '领导小组办公室', wide: true },
                { title: '责任单位', value: target.owners.map((id) => names.get(id) ?? '').join('、'), wide: true },
              ]}
            />
          </div>
        </Panel>
      </Halves>
      {(!measured || of.readings.length > 0) && (
        <Readings
          of={of}
          may={keeps && !measured}
          because={measured ? '该目标已改由指标计算，无须更正填报数值' : because}
          onCorrect={(reading) => ask({ kind: 'correct', reading })}
        />
      )}
      <Panel title="办理记录">
        <Timeline subjects={[target.key]} />
      </Panel>
      <Dialog title={asked ? titles[asked.kind] : ''} open={asked !== null} onClose={close}>
        {asked?.kind === 'plot' && <PathForm of={of} onClose={close} />}
        {asked?.kind === 'enter' && <ReadingForm of={target} today={today} onClose={close} />}
        {asked?.kind === 'correct' && <ReadingForm of={target} today={today} replaced={asked.reading} onClose={close} />}
      </Dialog>
    </PageFrame>
  )
}

const Measured = ({ of: { code, name } }: { of: NonNullable<TargetDetail['measured']> }) => (
  <span className="sentence">
    由指标“<Link to={`/office/indicators/${code}`}>{name}</Link>”计算
  </span>
)
