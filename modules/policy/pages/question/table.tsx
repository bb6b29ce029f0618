/** Questions as a table, each opened beside it: read, answered, passed on. */
import { type ReactNode, useState } from 'react'
import { questionStates } from '#modules/policy/flow.ts'
import { questionKinds } from '#modules/policy/model.ts'
import { Sheet } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { lead, type Question, questionTones } from '../words.ts'
import { Left } from './left.tsx'
import { Opened } from './opened.tsx'

export function QuestionTable({ of, empty }: { of: readonly Question[]; empty?: ReactNode }) {
  const [opened, open] = useState<string | null>(null)
  const shown = of.find(({ id }) => id === opened)
  const text: Column<Question> = {
    key: 'text',
    title: '咨询内容',
    wrap: 20,
    show: ({ id, text, number, kind }) => (
      <>
        <button type="button" className="plain policy-question" onClick={() => open(id)}>
          {text}
        </button>
        <div className="quiet number policy-small">
          {number}　{questionKinds[kind]}
        </div>
      </>
    ),
  }
  return (
    <>
      <DataTable
        name="政策咨询"
        rows={of}
        columns={[text, ...columns]}
        rowKey={({ id }) => id}
        empty={empty ?? <EmptyState title="尚无咨询" about="企业和公众提出的咨询列在这里。" />}
      />
      <Sheet title={shown?.number ?? '政策咨询'} open={shown !== undefined} onClose={() => open(null)}>
        {shown && <Opened of={shown} onDone={() => open(null)} />}
      </Sheet>
    </>
  )
}

const columns: Column<Question>[] = [
  {
    key: 'state',
    title: '状态与时限',
    show: (one) => (
      <span className="policy-state">
        <StatusTag of={questionStates} is={one.status} tone={questionTones[one.status]} />
        <Left of={one} />
        {one.open && <Mark>已公开</Mark>}
      </span>
    ),
  },
  { key: 'policy', title: '政策', wrap: 10, show: ({ policyTitle }) => policyTitle ?? '—' },
  { key: 'name', title: '咨询人', wrap: 10, show: ({ name }) => name },
  { key: 'holder', title: '答复单位', wrap: 8, show: ({ holderName }) => holderName ?? lead },
  { key: 'on', title: '咨询日期', show: ({ askedOn }) => <span className="number">{askedOn}</span> },
]
