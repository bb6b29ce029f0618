/** What if: the data of an earlier appraisal under the text as it stands; who moves, and by which items. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { command, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { pointsWord } from '../words.ts'

type Result = Out<'appraisal/tryScheme'>
type Moved = Result['groups'][number]['subjects'][number]

export function Tried({ text }: { text: string }) {
  const say = useSay()
  const all = useQuery(query('appraisal/triable', {})).data
  const [chosen, choose] = useState<string | null>(null)
  const run = useMutation({ ...command('appraisal/tryScheme'), onError: say.failed })
  const appraisal = chosen ?? all?.[0]?.id ?? null
  if (all?.length === 0)
    return (
      <Panel>
        <EmptyState title="没有可用于推演的数据" about="有考核评估发出初评结果后，可用其数据推演新办法。" />
      </Panel>
    )
  return (
    <Stack>
      <Panel>
        <Row>
          <ChoiceInput
            name="用哪一次考核的数据"
            width={260}
            value={appraisal}
            onChange={choose}
            choices={(all ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Act main disabled={!appraisal} busy={run.isPending} onClick={() => appraisal && run.mutate({ text, appraisal })}>
            推演
          </Act>
          <span className="quiet">按当前文本重新计算，不保存结果；办法另需的指标取当期公布数据。</span>
        </Row>
      </Panel>
      {run.data?.left.length ? <Notice tone="info">两份办法不共有的考核组没有比较：{run.data.left.join('、')}</Notice> : null}
      {run.data?.groups.map(({ code, title, subjects }) => (
        <Panel key={code} title={`${title}：${subjects.filter(({ moved }) => moved).length} 个对象有变化`} flush>
          <DataTable name={title} rows={subjects} rowKey={({ id }) => id} columns={columnsFor(run.data.decimals)} />
        </Panel>
      ))}
    </Stack>
  )
}

const columnsFor = (decimals: number): Column<Moved>[] => [
  { key: 'name', title: '考核对象', show: ({ name }) => name },
  { key: 'moved', title: '变化', show: ({ moved }) => <Mark tone={moved ? 'warn' : 'quiet'}>{moved ? '有' : '无'}</Mark> },
  { key: 'place', title: '名次', show: ({ before, after }) => `${before.place ?? '未定'} → ${after.place ?? '未定'}` },
  {
    key: 'points',
    title: '得分',
    number: true,
    show: ({ before, after }) => `${pointsWord(before.points, decimals)} → ${pointsWord(after.points, decimals)}`,
  },
  { key: 'grade', title: '等次', show: ({ before, after }) => `${before.grade ?? '未定'} → ${after.grade ?? '未定'}` },
  { key: 'why', title: '说明', wrap: 24, show: ({ sentence }) => sentence },
]
