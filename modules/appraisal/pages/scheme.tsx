/** One scheme: written and checked while it is a draft, tried on the data of an earlier appraisal, issued; read afterwards. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useParams } from 'react-router'
import { subjectKinds, terms } from '#engines/appraisal/scheme.ts'
import { command, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { Facts, Halves, PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Flaws, goTo, useSettled } from '#web/written.tsx'
import { Tried } from './scheme/tried.tsx'
import { schemeStates } from './schemes.tsx'
import './appraisal.css'

type Scheme = Out<'appraisal/showScheme'>

export default function SchemePage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('appraisal/showScheme', { id }))
  return <Loaded from={asked}>{(of) => <Opened key={`${of.id} ${of.status}`} of={of} />}</Loaded>
}

function Opened({ of }: { of: Scheme }) {
  const { role } = useMe()
  const [text, write] = useState(of.text)
  const edits = role === 'office' && of.status === 'draft'
  const tabs = [
    { key: 'text', title: '办法文本', content: edits ? <Editor of={of} text={text} onWrite={write} /> : <Read of={of} /> },
    ...(role === 'office' || role === 'leader' ? [{ key: 'try', title: '推演', content: <Tried text={text} /> }] : []),
  ]
  return (
    <PageFrame
      title={`${of.title}　第 ${of.version} 版`}
      description={`${of.basis} · ${of.since} 至 ${of.until ?? '另行通知'}`}
      marks={<StatusTag of={schemeStates} is={of.status} tone={of.status === 'issued' ? 'good' : 'quiet'} />}
      crumbs={[
        { title: '考核评估', to: '/office/appraisals' },
        { title: '考核办法', to: '/office/appraisal-schemes' },
        { title: of.code },
      ]}
    >
      <PageTabs of={tabs} />
    </PageFrame>
  )
}

const Outline = ({ of }: { of: Scheme['outline'] }) =>
  of && (
    <Panel title="要点">
      <Facts
        of={[
          { title: '期次', value: of.terms.map((term) => terms[term]).join('、') },
          { title: '奖励', value: of.rewards ? '有' : '无' },
          ...of.groups.map(({ code, title, kind, items }) => ({
            title,
            value: `${subjectKinds[kind]}，${items} 项指标`,
            key: code,
          })),
        ]}
      />
    </Panel>
  )

const Read = ({ of }: { of: Scheme }) => (
  <Halves shares={['3fr', '2fr']}>
    <Panel title="办法文本">
      <div className="appraisal-text">
        <LongTextInput name="办法文本" rows={28} value={of.text} />
      </div>
    </Panel>
    <Outline of={of.outline} />
  </Halves>
)

function Editor({ of, text, onWrite }: { of: Scheme; text: string; onWrite: (text: string) => void }) {
  const say = useSay()
  const known = useQueryClient()
  const settled = useSettled(text)
  const box = useRef<HTMLDivElement>(null)
  const tried = useQuery({
    queryKey: ['appraisal/checkSchemeText', settled],
    queryFn: () => command('appraisal/checkSchemeText').mutationFn({ text: settled }),
    placeholderData: (last) => last,
  })
  const told = (sentence: string) => ({
    onSuccess: () => {
      void known.invalidateQueries()
      say.done(sentence)
    },
    onError: say.failed,
  })
  const save = useMutation({ ...command('appraisal/saveScheme'), ...told('草案已保存') })
  const issue = useMutation({ ...command('appraisal/issueScheme'), ...told('考核办法已印发') })
  const changed = text !== of.text
  const flawed = (tried.data?.flaws.length ?? 1) > 0
  return (
    <Halves shares={['3fr', '2fr']}>
      <Panel title="办法文本">
        <Stack>
          <div className="appraisal-text" ref={box}>
            <LongTextInput name="办法文本" rows={28} value={text} onChange={(words) => onWrite(words ?? '')} />
          </div>
          <Row>
            <Act main busy={save.isPending} disabled={!changed} onClick={() => save.mutate({ id: of.id, text })}>
              保存草案
            </Act>
            <ConfirmButton
              disabled={changed || flawed}
              busy={issue.isPending}
              ask="确定印发吗？"
              about="印发后不能改动；同一代码的前一版施行到新版生效的前一天。"
              yes="印发"
              onConfirm={() => issue.mutate({ id: of.id })}
            >
              印发
            </ConfirmButton>
            <span className="quiet" role="status">
              {changed ? '有未保存的改动' : flawed ? '有问题的草案可先保存，改正后方可印发' : '检查无误，可以印发'}
            </span>
          </Row>
        </Stack>
      </Panel>
      <Stack>
        <Loaded from={tried}>
          {({ flaws, examples, outline }) => (
            <>
              <Flaws
                of={flaws}
                waiting={settled !== text || tried.isFetching}
                onGo={(line, column) => goTo(box.current?.querySelector('textarea'), line, column)}
              >
                办法可以识别，{examples} 个样例全部相符。
              </Flaws>
              <Outline of={outline} />
            </>
          )}
        </Loaded>
      </Stack>
    </Halves>
  )
}
