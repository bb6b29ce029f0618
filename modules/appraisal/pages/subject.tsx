/** One subject: every item opened to value, target, steps and the rows behind it; what it says of itself, what it objects to. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { appraisalStates, objectionStates } from '#modules/appraisal/flow.ts'
import { query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { Timeline } from '#web/timeline.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Mark, Reasons, StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { Decide, Withdraw } from './subject/decide.tsx'
import { Parts } from './subject/parts.tsx'
import { Submit } from './subject/self.tsx'
import { Targets } from './subject/targets.tsx'
import { objectionTones, pointsWord, type Subject, tones } from './words.ts'
import './appraisal.css'

export default function SubjectPage() {
  const { subject = '' } = useParams()
  const asked = useQuery(query('appraisal/showSubject', { id: subject }))
  return <Loaded from={asked}>{(of) => <Opened key={of.id} of={of} />}</Loaded>
}

function Opened({ of }: { of: Subject }) {
  const tabs = [
    { key: 'parts', title: '指标与得分', content: <Parts of={of} /> },
    { key: 'objections', title: `异议（${of.objections.length}）`, content: <Objections of={of} /> },
    { key: 'course', title: '历次测算', content: <Course of={of} /> },
    { key: 'story', title: '办理记录', content: <Timeline subjects={[of.id]} /> },
  ]
  const { score } = of
  return (
    <PageFrame
      title={of.name}
      description={`${of.appraisalTitle} · ${of.groupTitle}`}
      marks={<StatusTag of={appraisalStates} is={of.status} tone={tones[of.status]} />}
      crumbs={[
        { title: '考核评估', to: '/office/appraisals' },
        { title: of.appraisalTitle, to: `/office/appraisals/${of.appraisal}` },
        { title: of.name },
      ]}
      actions={
        <>
          <Targets of={of} />
          <Submit of={of} />
        </>
      }
    >
      {score && (
        <Panel title="考核结果">
          <Facts
            of={[
              { title: '得分', value: pointsWord(score.points, of.decimals) },
              { title: '名次', value: score.place === null ? '—' : `第 ${score.place} 名` },
              { title: '等次', value: score.grade ?? '—' },
              ...(score.award === null ? [] : [{ title: '奖励', value: `${yuan(score.award)} 元` }]),
              ...(score.gradeWhy ? [{ title: '等次说明', value: score.gradeWhy, wide: true }] : []),
              ...(score.awardSteps.length ? [{ title: '奖励说明', value: <Reasons of={score.awardSteps} />, wide: true }] : []),
              ...(score.lacks.length ? [{ title: '改进方向', value: <Reasons of={score.lacks} />, wide: true }] : []),
            ]}
          />
        </Panel>
      )}
      <PageTabs of={tabs} />
    </PageFrame>
  )
}

const Objections = ({ of }: { of: Subject }) =>
  of.objections.length === 0 ? (
    <Panel>
      <EmptyState
        title="没有异议"
        about={of.status === 'drafted' ? `可在 ${of.objectionDueOn} 前就具体指标提出异议。` : '异议期内可就具体指标提出异议。'}
      />
    </Panel>
  ) : (
    <Stack>
      {of.objections.map((one) => (
        <Panel
          key={one.id}
          title={`${one.number}　${of.parts.find(({ code }) => code === one.item)?.title ?? one.item}`}
          actions={
            <>
              <StatusTag of={objectionStates} is={one.status} tone={objectionTones[one.status]} />
              <Decide of={of} objection={one} />
              <Withdraw of={of} objection={one} />
            </>
          }
        >
          <Facts
            of={[
              { title: '提出', value: `${one.by}，${one.raisedOn}` },
              { title: '核查时限', value: one.dueOn },
              { title: '异议内容', value: one.text, wide: true },
              ...(one.decidedOn
                ? [
                    { title: '核查', value: `${one.decidedBy}，${one.decidedOn}` },
                    { title: '更正数', value: one.value ?? '—' },
                    { title: '核查结论', value: one.finding, wide: true },
                  ]
                : []),
            ]}
          />
        </Panel>
      ))}
    </Stack>
  )

const Course = ({ of }: { of: Subject }) => (
  <Panel flush>
    <DataTable
      name="历次测算"
      rows={of.course}
      rowKey={({ round }) => String(round)}
      columns={[
        { key: 'round', title: '次数', show: ({ round }) => `第 ${round} 次` },
        { key: 'madeOn', title: '测算日期', show: ({ madeOn }) => madeOn },
        { key: 'points', title: '得分', number: true, show: ({ points }) => pointsWord(points, of.decimals) },
        { key: 'place', title: '名次', number: true, show: ({ place }) => place ?? '—' },
        { key: 'grade', title: '等次', show: ({ grade }) => (grade ? <Mark>{grade}</Mark> : '—') },
        { key: 'award', title: '奖励（元）', number: true, show: ({ award }) => (award === null ? '—' : yuan(award)) },
      ]}
      empty={<EmptyState title="尚未测算" about="发出初评结果后，在这里查看每次测算。" />}
    />
  </Panel>
)
