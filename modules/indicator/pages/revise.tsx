/** A new version of what an indicator means: written as text, checked as it is written, tried out beside the present one. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { formulaOf } from '#engines/indicator/figure/formula.ts'
import { command, type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { Halves, PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { Loaded, NoRight } from '#web/ui/frame/states.tsx'
import { goTo, useSettled } from '#web/written.tsx'
import { Trial } from './revise/trial.tsx'
import './revise.css'

export default function Revise() {
  const { code = '' } = useParams()
  const { role } = useMe()
  const today = useFrame()?.today
  const present = useQuery({ ...query('indicator/show', { code }), enabled: role === 'office' })
  const versions = useQuery({ ...query('indicator/versions', { code }), enabled: role === 'office' })
  if (role !== 'office') return <NoRight title="只有领导小组办公室可以修订口径" />
  return (
    <Loaded from={present}>
      {(shown) => (
        <PageFrame
          title={`修订口径：${shown.definition.name}`}
          description="新版本自生效日期起用于计算；此前各日的数值仍按原口径，不会改变。"
          crumbs={[
            { title: '指标数据', to: '/office/indicators' },
            { title: shown.definition.name, to: `/office/indicators/${code}` },
            { title: '修订口径' },
          ]}
        >
          <Loaded from={versions}>
            {([newest]) => today && newest && <Draft of={shown} from={nextVersion(newest, today)} version={newest.version + 1} />}
          </Loaded>
        </PageFrame>
      )}
    </Loaded>
  )
}

type Version = Out<'indicator/versions'>[number]

/** The text of the newest version, to come into force today, or the day after where the newest does. */
function nextVersion({ text, version, since }: Version, today: string): string {
  const begin = since < today ? today : dayAfter(since)
  return text.replace(/^版本:.*$/m, `版本: ${version + 1}`).replace(/^生效:.*$/m, `生效: ${begin}`)
}
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

type DraftOf = { of: Out<'indicator/show'>; from: string; version: number }

function Draft({ of: { definition, figure, formula }, from, version }: DraftOf) {
  const say = useSay()
  const go = useNavigate()
  const [text, write] = useState(from)
  const [reason, explain] = useState<string | null>(null)
  const settled = useSettled(text)
  const box = useRef<HTMLDivElement>(null)
  const tried = useQuery({
    queryKey: ['indicator/tryOut', settled],
    queryFn: () => command('indicator/tryOut').mutationFn({ text: settled }),
    placeholderData: (last) => last,
  })
  const { code } = definition
  const revise = useMutation({
    ...command('indicator/revise'),
    onSuccess: (done) => {
      say.done(`已提交第 ${done.version} 版口径`)
      go(`/office/indicators/${done.code}?tab=versions`)
    },
    onError: say.failed,
  })
  const waiting = settled !== text || tried.isFetching
  const flawed = (tried.data?.problems.length ?? 0) > 0
  const hint = waiting ? '正在检查' : flawed ? '口径文本有问题，请先改正' : reason?.trim() ? '' : '请填写修订原因'
  return (
    <Halves shares={['3fr', '2fr']}>
      <Panel title="口径文本">
        <div className="stack">
          <div className="revise-text" ref={box}>
            <LongTextInput name="口径文本" rows={28} value={text} onChange={(words) => write(words ?? '')} />
          </div>
          <LongTextInput
            name="修订原因"
            placeholder="修订原因，如：按上级统计口径调整"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={explain}
          />
          <Row>
            <Act
              main
              busy={revise.isPending}
              disabled={hint !== '' || tried.isError}
              onClick={() => revise.mutate({ text, reason: reason ?? '' })}
            >
              提交第 {version} 版
            </Act>
            <GoTo to={`/office/indicators/${code}`}>取消</GoTo>
            <span className="quiet" role="status">
              {hint}
            </span>
          </Row>
        </div>
      </Panel>
      <Loaded from={tried}>
        {({ problems, definition: after, before, after: figureAfter }) => (
          <Trial
            problems={problems}
            onGo={(line, column) => goTo(box.current?.querySelector('textarea'), line, column)}
            present={{ title: `现行（第 ${definition.version} 版）`, of: definition, figure: before ?? figure, formula }}
            draft={
              after && figureAfter
                ? {
                    title: `修订后（第 ${after.version} 版）`,
                    of: after,
                    figure: figureAfter,
                    formula: formulaOf(after, figureAfter),
                  }
                : null
            }
          />
        )}
      </Loaded>
    </Halves>
  )
}
