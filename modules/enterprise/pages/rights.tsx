/** Rights of an enterprise: how many of a kind in each year, and each by its number. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { rightKinds } from '#modules/enterprise/model.ts'
import { command } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { useGrants } from './choices.ts'
import { RightDialog } from './forms/title-forms.tsx'
import type { WholeFile } from './whole.ts'

type Right = WholeFile['rights'][number]

export function Rights({ of }: { of: WholeFile }) {
  const say = useSay()
  const office = useMe().role === 'office'
  const grants = useGrants()
  const [adding, add] = useState(false)
  const withdraw = useMutation({
    ...command('enterprise/withdrawRight'),
    onSuccess: () => say.done('该项登记已撤销'),
    onError: say.failed,
  })
  const columns: Column<Right>[] = [
    { key: 'title', title: '名称', wrap: 18, show: ({ title }) => title },
    {
      key: 'kind',
      title: '类型',
      show: ({ kind }) => rightKinds[kind],
      filter: { of: rightKinds, has: ({ kind }) => kind },
    },
    { key: 'number', title: '登记号', show: ({ number }) => number },
    {
      key: 'registeredOn',
      title: '登记日期',
      show: ({ registeredOn }) => <span className="number">{registeredOn}</span>,
      sort: ({ registeredOn }) => registeredOn,
    },
  ]
  if (office)
    columns.push({
      key: 'act',
      title: '办理',
      show: ({ id, title }) => (
        <ConfirmButton inline danger ask={`撤销“${title}”的登记？`} yes="撤销" onConfirm={() => withdraw.mutate({ id })}>
          撤销登记
        </ConfirmButton>
      ),
    })
  return (
    <Panel
      title="知识产权"
      flush
      actions={
        grants && (
          <Act inline icon={icons.add} onClick={() => add(true)}>
            登记知识产权
          </Act>
        )
      }
    >
      {of.rights.length > 0 && <ByYear of={of} />}
      <DataTable
        name="知识产权"
        rows={of.rights}
        columns={columns}
        rowKey={({ id }) => id}
        pageSize={20}
        empty="尚未登记知识产权"
      />
      <RightDialog enterprise={of.file.id} open={adding} onClose={() => add(false)} />
    </Panel>
  )
}

/** 2024年 软件著作权 3、发明专利 1 */
function ByYear({ of: { rightsByYear } }: { of: WholeFile }) {
  const years = [...new Set(rightsByYear.map(({ year }) => year))]
  const words = (of: string) =>
    rightsByYear
      .filter(({ year }) => year === of)
      .map(({ kind, count }) => `${rightKinds[kind as keyof typeof rightKinds]} ${count}`)
      .join('、')
  return <p className="enterprise-years">{years.map((year) => `${year}年：${words(year)}`).join('；')}</p>
}
