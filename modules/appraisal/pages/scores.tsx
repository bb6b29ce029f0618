/** The sheets of an expert: his own alone, each subject with what it says of the item. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { command, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { NumberInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Proofs } from './subject/evaluation.tsx'
import './appraisal.css'

type Sheet = Out<'appraisal/myScores'>[number]

export default function Scores() {
  const asked = useQuery(query('appraisal/myScores', {}))
  return (
    <PageFrame
      title="我的评分"
      description="请按 0 至 100 分独立评分；初评结果发出前可以修改，各位专家的评分互不可见。"
      crumbs={[{ title: '考核评估', to: '/office/appraisals' }, { title: '我的评分' }]}
    >
      <Loaded from={asked}>
        {(sheets) =>
          sheets.length === 0 ? (
            <Panel>
              <EmptyState title="没有需要您评分的考核" about="由领导小组办公室聘请专家后，在这里评分。" />
            </Panel>
          ) : (
            [...new Set(sheets.map(({ appraisal }) => appraisal))].map((id) => (
              <Appraised key={id} of={sheets.filter(({ appraisal }) => appraisal === id)} />
            ))
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Appraised({ of }: { of: Sheet[] }) {
  const say = useSay()
  const known = useQueryClient()
  const [given, give] = useState<Record<string, number | null>>({})
  const hand = useMutation({
    ...command('appraisal/giveScores'),
    onSuccess: ({ given }) => {
      void known.invalidateQueries()
      give({})
      say.done(`已提交 ${given} 项评分`)
    },
    onError: say.failed,
  })
  const [first] = of
  const scores = Object.entries(given).flatMap(([id, points]) => (points === null ? [] : [{ id, points }]))
  const open = first?.open ?? false
  return (
    <Panel
      title={`${first?.appraisalTitle}（已评 ${of.filter(({ points }) => points !== null).length} / ${of.length}）`}
      flush
      actions={
        open ? (
          <Act main disabled={scores.length === 0} busy={hand.isPending} onClick={() => hand.mutate({ scores })}>
            提交 {scores.length} 项评分
          </Act>
        ) : (
          <Mark>评分已截止</Mark>
        )
      }
    >
      {of.map(({ id, subject, subjectName, groupTitle, itemTitle, points, self, files }) => (
        <div key={id} className="appraisal-sheet">
          <div>
            <b>{subjectName}</b> <span className="quiet">{`${groupTitle} · ${itemTitle}`}</span>
            {self && <p>{self}</p>}
            <Proofs subject={subject} files={files.map((file, at) => ({ id: file, name: `佐证 ${at + 1}` }))} />
          </div>
          <NumberInput
            name={`${subjectName} ${itemTitle}评分`}
            unit="分"
            disabled={!open}
            value={given[id] ?? points}
            onChange={(value) => give({ ...given, [id]: value })}
          />
        </div>
      ))}
    </Panel>
  )
}
