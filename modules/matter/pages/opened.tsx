/** One matter: what, who, its clock, what was replied, how it climbed, its notices and cards, and what can be done next. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { matterStates } from '#modules/matter/flow.ts'
import { cardReasons, colours, levels, origins } from '#modules/matter/model.ts'
import { query } from '#web/client.ts'
import { Timeline } from '#web/timeline.tsx'
import { Light, Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Notices } from './matter/notices.tsx'
import { Replies } from './matter/replies.tsx'
import { MatterSteps } from './matter/steps.tsx'
import { TimeLeft } from './time-left.tsx'
import { lightWords, toneOf, type Whole } from './words.ts'
import './matter.css'

export default function Matter() {
  const { id } = useParams() as { id: string }
  const asked = useQuery(query('matter/one', { id }))
  return <Loaded from={asked}>{(of) => <Opened of={of} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { matter, light, left, climbs, cards } = of
  return (
    <PageFrame
      title={matter.title}
      marks={
        <>
          <Light is={light} words={lightWords} />
          <StatusTag of={matterStates} is={matter.status} tone={toneOf[matter.status]} />
          {matter.status === 'open' && <TimeLeft of={{ ...matter, left }} />}
        </>
      }
      crumbs={[{ title: '督办事项', to: '/office/matters' }, { title: matter.number }]}
      actions={<MatterSteps of={of} />}
    >
      <Halves shares={['3fr', '2fr']}>
        <Stack>
          <Wanted of={of} />
          <Notices of={of} />
          <Replies of={of} />
        </Stack>
        <Stack>
          <Who of={of} />
          {climbs.length > 0 && <Climbs of={of} />}
          {cards.length > 0 && (
            <Panel title="黄红牌">
              <ul className="matter-lines">
                {cards.map(({ id, colour, rule, on, reason, liftedOn }) => (
                  <li key={id}>
                    <span className="row">
                      <Mark tone={liftedOn ? 'quiet' : colour === 'red' ? 'bad' : 'warn'}>{colours[colour]}</Mark>
                      {cardReasons[rule]}
                      <span className="quiet number">{on}</span>
                      {liftedOn && <span className="quiet">已于 {liftedOn} 撤销</span>}
                    </span>
                    <span className="quiet matter-small">{reason}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <Panel title="办理记录">
            <Timeline subjects={[matter.id]} />
          </Panel>
        </Stack>
      </Halves>
    </PageFrame>
  )
}

function Wanted({ of: { matter, taskTitle } }: { of: Whole }) {
  return (
    <Panel title="内容和要求">
      <Stack tight>
        <p className="long matter-text">{matter.text}</p>
        <Facts
          of={[
            { title: '来源', value: origins[matter.origin] },
            { title: '来源说明', value: matter.sourceLink ? <Link to={matter.sourceLink}>{matter.source}</Link> : matter.source },
            ...(matter.task
              ? [{ title: '重点任务', value: <Link to={`/office/tasks/${matter.task}`}>{taskTitle ?? '查看任务'}</Link> }]
              : []),
            ...(matter.evidenceWanted ? [{ title: '佐证要求', value: matter.evidenceWanted }] : []),
            ...(matter.outcome
              ? [{ title: matter.status === 'cancelled' ? '撤销原因' : '办结说明', value: matter.outcome, wide: true }]
              : []),
          ]}
        />
      </Stack>
    </Panel>
  )
}

function Who({ of: { matter, names } }: { of: Whole }) {
  const day = (on: string) => <span className="number">{on}</span>
  return (
    <Panel title="责任和时限">
      <Facts
        of={[
          { title: '责任单位', value: <Link to={`/office/orgs/${matter.owner}`}>{names[matter.owner]}</Link> },
          { title: '当前办理', value: `${names[matter.holder]}（${levels[matter.level]}）` },
          ...(matter.supporters.length
            ? [{ title: '配合单位', value: matter.supporters.map((one) => names[one]).join('、') }]
            : []),
          { title: '提出', value: [names[matter.raisedBy], matter.raisedByName].join(' ') },
          { title: '交办日期', value: day(matter.startsOn) },
          { title: '办理时限', value: day(matter.dueOn) },
          ...(matter.firstDueOn === matter.dueOn ? [] : [{ title: '原定时限', value: day(matter.firstDueOn) }]),
          ...(matter.closedOn ? [{ title: '办结日期', value: day(matter.closedOn) }] : []),
        ]}
      />
    </Panel>
  )
}

const Climbs = ({ of: { climbs, names } }: { of: Whole }) => (
  <Panel title="升级和退回">
    <ul className="matter-lines">
      {climbs.map(({ id, from, to, holder, on, reason, by }) => (
        <li key={id}>
          <span className="row">
            <span className="number">{on}</span>
            {levels[from]} → {levels[to]}
            <span className="quiet">{names[holder]}</span>
          </span>
          <span className="quiet matter-small">
            {reason}（{by}）
          </span>
        </li>
      ))}
    </ul>
  </Panel>
)
