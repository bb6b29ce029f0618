/** One appraisal: its stage and clock, the ranking, the heat of items, objections, reckonings and their replay. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { potNames } from '#engines/policy/policy.ts'
import { appraisalStates, objectionStates } from '#modules/appraisal/flow.ts'
import { query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Timeline } from '#web/timeline.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Heat } from './opened/heat.tsx'
import { Preparing } from './opened/preparing.tsx'
import { Steps } from './opened/steps.tsx'
import { dueOf, gradeTone, objectionTones, pointsWord, tones, type Whole } from './words.ts'
import './appraisal.css'

export default function AppraisalPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('appraisal/showAppraisal', { id }))
  return <Loaded from={asked}>{(of) => <Opened key={of.id} of={of} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { role } = useMe()
  const today = useFrame()?.today
  const due = dueOf(of)
  const late = due !== null && today !== undefined && due < today
  const tabs = [
    { key: 'ranking', title: '排名', content: <Ranking of={of} /> },
    { key: 'heat', title: '指标热度', content: <Heat of={of} /> },
    { key: 'objections', title: `异议（${of.objections.length}）`, content: <Objections of={of} /> },
    { key: 'reckonings', title: '测算与复算', content: <Reckonings of={of} /> },
    ...(role === 'office' ? [{ key: 'subjects', title: '对象、目标与专家', content: <Preparing of={of} /> }] : []),
    { key: 'story', title: '办理记录', content: <Timeline subjects={[of.id]} /> },
  ]
  return (
    <PageFrame
      title={of.title}
      description={`${of.schemeTitle} · ${of.from} 至 ${of.until}`}
      marks={
        <>
          <StatusTag of={appraisalStates} is={of.status} tone={tones[of.status]} />
          {due && <Mark tone={late ? 'bad' : 'quiet'}>{late ? `${due} 已到期` : `至 ${due}`}</Mark>}
        </>
      }
      crumbs={[{ title: '考核评估', to: '/office/appraisals' }, { title: of.title }]}
      actions={<Steps of={of} />}
    >
      <Panel>
        <Facts
          of={[
            { title: '自评时限', value: of.selfDueOn },
            { title: '核验时限', value: of.verifyDueOn },
            { title: '异议时限', value: of.objectionDueOn ?? '—' },
            { title: '专家评分', value: of.experts.asked ? `${of.experts.asked - of.experts.open} / ${of.experts.asked}` : '—' },
            { title: '奖励资金', value: of.pot === null || !of.line ? '—' : `${potNames[of.line]} ${yuan(of.pot)} 元` },
            { title: '审定公布', value: of.publishedOn ? `${of.approvedBy}，${of.publishedOn}` : '—' },
          ]}
        />
      </Panel>
      <PageTabs of={tabs} />
    </PageFrame>
  )
}

function Ranking({ of }: { of: Whole }) {
  type Row = Whole['subjects'][number]
  const shown = of.groups.filter(({ code }) => of.subjects.some(({ group }) => group === code))
  if (shown.length === 0)
    return (
      <Panel>
        <EmptyState title="暂无可查看的考核对象" about="结果公布前，各单位只能查看本单位的得分。" />
      </Panel>
    )
  return (
    <Stack>
      {shown.map(({ code, title, grades }) => {
        const columns: Column<Row>[] = [
          { key: 'name', title: '考核对象', wrap: 10, show: ({ name, own }) => (own ? `${name}（本单位）` : name) },
          { key: 'place', title: '名次', number: true, sort: ({ place }) => place, show: ({ place }) => place ?? '—' },
          {
            key: 'points',
            title: '得分',
            number: true,
            sort: ({ points }) => points,
            show: ({ points }) => <b>{pointsWord(points, of.decimals)}</b>,
          },
          {
            key: 'grade',
            title: '等次',
            show: ({ grade }) => (grade ? <Mark tone={gradeTone(grade, grades)}>{grade}</Mark> : '—'),
          },
          { key: 'extra', title: '加减分', number: true, show: ({ extra }) => (extra ? pointsWord(extra, of.decimals) : '—') },
          { key: 'missing', title: '待补数据', number: true, show: ({ missing }) => missing || '—' },
          ...(of.pot === null
            ? []
            : [
                {
                  key: 'award',
                  title: '奖励（元）',
                  number: true,
                  show: ({ award }: Row) => (award === null ? '—' : yuan(award)),
                },
              ]),
        ]
        const rows = of.subjects.filter(({ group }) => group === code).sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9))
        return (
          <Panel key={code} title={title} flush>
            <DataTable
              name={title}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id }) => `/office/appraisals/${of.id}/subjects/${id}`}
            />
          </Panel>
        )
      })}
    </Stack>
  )
}

const objectionColumns = (of: Whole): Column<Whole['objections'][number]>[] => [
  {
    key: 'number',
    title: '编号',
    show: ({ number, subject }) => <Link to={`/office/appraisals/${of.id}/subjects/${subject}`}>{number}</Link>,
  },
  { key: 'subject', title: '考核对象', show: ({ subjectName }) => subjectName },
  { key: 'item', title: '指标', show: ({ itemTitle }) => itemTitle },
  { key: 'text', title: '异议内容', wrap: 18, show: ({ text }) => text },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={objectionStates} is={status} tone={objectionTones[status]} />,
  },
  { key: 'due', title: '核查时限', show: ({ dueOn }) => dueOn },
  { key: 'finding', title: '核查结论', wrap: 18, show: ({ finding }) => finding ?? '—' },
]

const Objections = ({ of }: { of: Whole }) => (
  <Panel flush>
    <DataTable
      name="考核异议"
      rows={of.objections}
      columns={objectionColumns(of)}
      rowKey={({ id }) => id}
      empty={<EmptyState title="没有异议" about="初评结果发出后，被考核单位可在异议期内就具体指标提出。" />}
    />
  </Panel>
)

function Reckonings({ of }: { of: Whole }) {
  const say = useSay()
  const replay = useMutation({
    mutationFn: (round: number) => query('appraisal/replayAppraisal', { id: of.id, round }).queryFn(),
    onError: say.failed,
  })
  const columns: Column<Whole['reckonings'][number]>[] = [
    { key: 'round', title: '次数', show: ({ round, final }) => (final ? `第 ${round} 次（最终结果）` : `第 ${round} 次`) },
    { key: 'madeOn', title: '测算日期', show: ({ madeOn, madeBy }) => `${madeOn}　${madeBy}` },
    { key: 'given', title: '奖励合计（元）', number: true, show: ({ given }) => (given === null ? '—' : yuan(given)) },
    { key: 'rest', title: '结余（元）', number: true, show: ({ rest }) => (rest === null ? '—' : yuan(rest)) },
    { key: 'digest', title: '摘要值', show: ({ digest }) => <span className="number">{digest.slice(0, 16)}</span> },
    {
      key: 'again',
      title: '复算',
      show: ({ round }) => (
        <Act inline busy={replay.isPending && replay.variables === round} onClick={() => replay.mutate(round)}>
          复算
        </Act>
      ),
    },
  ]
  return (
    <Stack>
      {replay.data && (
        <Notice
          tone={replay.data.same ? 'success' : 'error'}
          title={replay.data.same ? `第 ${replay.data.round} 次测算复算一致` : `第 ${replay.data.round} 次测算复算不一致`}
        >
          按印发的办法文本和冻结的数据重新计算，摘要值 {replay.data.again}
        </Notice>
      )}
      <Panel flush>
        <DataTable
          name="考核测算"
          rows={of.reckonings}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title="尚未测算" about="核验完成、发出初评结果时测算；异议成立的，重新测算，原结果保留。" />}
        />
      </Panel>
    </Stack>
  )
}
