/** One policy: its clauses in plain words, how it is claimed, its versions and reviews, and what is asked about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { policyStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'
import { command, query, upload } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Timeline } from '#web/timeline.tsx'
import { Act, ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { LongText } from '#web/ui/text.tsx'
import { SendFile } from '#web/upload.tsx'
import { Clauses } from './policy/clauses.tsx'
import { CorrectForm } from './policy/document-form.tsx'
import { EndForm } from './policy/end-form.tsx'
import { ReadingForm } from './policy/reading-form.tsx'
import { Versions } from './policy/versions.tsx'
import { QuestionTable } from './question/table.tsx'
import { lead, type Policy, paperAt, policyTones, span } from './words.ts'
import './policy.css'

export default function PolicyPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('policy/showDocument', { key: id }))
  return <Loaded from={asked}>{(of) => <Opened of={of} />}</Loaded>
}

function Opened({ of }: { of: Policy }) {
  const { role } = useMe()
  const plans = role === 'office' || role === 'leader' || role === 'department'
  return (
    <PageFrame
      title={of.title}
      description={[of.issuer, of.number, span(of.since, of.until)].filter(Boolean).join(' · ')}
      marks={
        <>
          <StatusTag of={policyStates} is={of.status} tone={policyTones[of.status]} />
          {of.demonstration && <Mark tone="warn">其他地区示范条款</Mark>}
        </>
      }
      crumbs={[{ title: '政策文件', to: '/office/policies' }, { title: of.number ?? of.title }]}
      actions={
        <>
          {plans && of.version && <GoTo to={`/office/policies/${of.id}/simulate`}>政策测算</GoTo>}
          <Steps of={of} />
        </>
      }
    >
      {of.version && !of.running && <Notice tone="warning">已发布的条款当前不在有效期内。</Notice>}
      {of.successor && (
        <Notice>
          替代文件：<Link to={`/office/policies/${of.successor.id}`}>{of.successor.title}</Link>
        </Notice>
      )}
      <PageTabs
        of={[
          { key: 'clauses', title: `条款（${of.clauses.length}）`, content: <Clauses of={of.clauses} /> },
          { key: 'about', title: '解读与指南', content: <About of={of} /> },
          { key: 'versions', title: `版本与审查（${of.versions.length}）`, content: <Versions of={of} /> },
          { key: 'questions', title: '咨询', content: <Asked of={of} /> },
          {
            key: 'journal',
            title: '办理记录',
            content: (
              <Panel>
                <Timeline subjects={[of.id]} />
              </Panel>
            ),
          },
        ]}
      />
    </PageFrame>
  )
}

type Opening = 'correct' | 'reading' | 'end' | 'paper'
const titles: Record<Opening, string> = {
  correct: '更正政策文件',
  reading: '修订政策解读',
  end: '修订或废止政策文件',
  paper: '上传政策原文',
}

function Steps({ of }: { of: Policy }) {
  const { role } = useMe()
  const say = useSay()
  const known = useQueryClient()
  const [opening, open] = useState<Opening | null>(null)
  const release = useMutation({
    ...command('policy/releaseDocument'),
    onSuccess: () => {
      void known.invalidateQueries()
      say.done('已公布，公众门户可见')
    },
    onError: say.failed,
  })
  if (!of.mine) return null
  const office = role === 'office'
  const close = () => open(null)
  return (
    <>
      {(office || of.status === 'draft') && <Act onClick={() => open('correct')}>更正</Act>}
      <Act onClick={() => open('reading')}>修订解读</Act>
      <Act onClick={() => open('paper')}>上传原文</Act>
      {office && of.status === 'inForce' && <Act onClick={() => open('end')}>修订或废止</Act>}
      {office && of.status === 'draft' && of.versions.every(({ status }) => status === 'dropped') && (
        <ConfirmButton
          main
          ask="确定公布这份政策文件吗？"
          about="公布后在公众门户可见。含条款的文件，请起草条款并发布，届时一并公布。"
          yes="公布"
          onConfirm={() => release.mutate({ id: of.id })}
        >
          公布
        </ConfirmButton>
      )}
      <Dialog title={opening ? titles[opening] : ''} wide={opening !== 'end'} open={opening !== null} onClose={close}>
        {opening === 'correct' && <CorrectForm of={of} onClose={close} />}
        {opening === 'reading' && <ReadingForm of={of} onClose={close} />}
        {opening === 'end' && <EndForm of={of} onClose={close} />}
        {opening === 'paper' && (
          <SendFile
            title="政策原文"
            endings={['.pdf', '.docx', '.doc', '.ofd']}
            send={(sent) => upload('policy/attachDocument').mutationFn({ id: of.id, ...sent })}
            onDone={close}
          />
        )}
      </Dialog>
    </>
  )
}

function About({ of }: { of: Policy }) {
  const { guide } = of
  return (
    <Stack>
      <Panel title="政策解读">
        {of.summary ? <LongText lines={12}>{of.summary}</LongText> : <p className="quiet">尚未填写。</p>}
      </Panel>
      <Panel title="办事指南">
        <Facts
          of={[
            { title: '办理对象', value: guide?.who, wide: true },
            { title: '办理条件', value: guide?.conditions, wide: true },
            { title: '所需材料', value: guide?.materials || materialsOf(of), wide: true },
            { title: '办理时限', value: guide?.timeLimit },
            { title: '办理单位', value: guide?.office },
            { title: '咨询电话', value: guide?.phone },
            { title: '办理地点', value: guide?.address },
          ]}
        />
      </Panel>
      <Panel title="文件">
        <Facts
          of={[
            { title: '级别', value: levels[of.level] },
            { title: '发文单位', value: of.issuer },
            { title: '文号', value: of.number },
            { title: '印发日期', value: of.issuedOn },
            { title: '有效期', value: span(of.since, of.until) },
            { title: '牵头单位', value: of.demonstration ? '—' : (of.orgName ?? lead) },
            { title: '代码', value: of.code },
            { title: '来源', value: of.source, wide: true },
            { title: '原文', value: of.paper && <a href={paperAt('openDocument', of.id)}>下载原文</a> },
            {
              title: '替代了',
              value: of.replaces.map(({ id, title }) => (
                <Link key={id} to={`/office/policies/${id}`}>
                  {title}
                </Link>
              )),
            },
          ].filter(({ title }) => title !== '替代了' || of.replaces.length > 0)}
        />
      </Panel>
      {of.body && (
        <Panel title="正文">
          <LongText lines={12}>{of.body}</LongText>
        </Panel>
      )}
    </Stack>
  )
}

/** Each paper once, of those the ledger does not hold. */
const materialsOf = ({ clauses }: Policy): string =>
  [
    ...new Set(
      clauses.flatMap(({ materials }) => materials.filter(({ note }) => !note?.includes('免提交')).map(({ title }) => title)),
    ),
  ].join('、')

function Asked({ of }: { of: Policy }) {
  const asked = useQuery(query('policy/questions', { policy: of.id, state: 'all', size: 200 }))
  return (
    <Panel flush>
      <Loaded from={asked}>{({ rows }) => <QuestionTable of={rows} />}</Loaded>
    </Panel>
  )
}
