/** Imports of spreadsheets: a sheet is handed in here, and the earlier ones are found again. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { intakeStates, ledgers } from '#modules/intake/model.ts'
import { download, type Out, query, Refusal, upload } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { stateTones } from './words.ts'

type Listed = Out<'intake/list'>
const size = 20

export default function Imports() {
  const page = usePage()
  const asked = useQuery({
    ...query('intake/list', { page, size }),
    placeholderData: (before: Listed | undefined) => before,
  })
  return (
    <PageFrame title="表格导入" description="上传 .xlsx 表格，先逐行检查、预览，确认无误后一次提交；提交之前不改动任何档案。">
      <Loaded from={asked} rows={10}>
        {(found) => (
          <>
            {found.ledgers.length > 0 && <HandIn of={found.ledgers} />}
            <Panel title="导入记录" flush>
              <DataTable
                name="导入记录"
                rows={found.rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/imports/${id}`}
                pageSize={size}
                empty={<EmptyState title="暂无导入记录" about="上传表格后，检查和提交的情况在这里查看。" />}
              />
              <Pager size={size} total={found.total} />
            </Panel>
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

function HandIn({ of }: { of: Listed['ledgers'] }) {
  const go = useNavigate()
  const say = useSay()
  const [search, write] = useSearchParams()
  const ledger = of.find((one) => one === search.get('ledger')) ?? of[0]!
  const [sent, progress] = useState<number | null>(null)
  const [name, called] = useState('')
  const send = useMutation(upload('intake/start'))
  const template = useMutation({ ...download('intake/template'), onError: say.failed })
  const start = (file: File) => {
    called(file.name)
    progress(0)
    send.mutate(
      { file, ledger, onProgress: progress },
      { onSuccess: ({ id }) => go(`/office/imports/${id}`), onSettled: () => progress(null) },
    )
  }
  return (
    <Panel
      title={`导入${ledgers[ledger]}`}
      actions={
        <Act icon={icons.download} busy={template.isPending} onClick={() => template.mutate({ ledger })}>
          下载模板
        </Act>
      }
    >
      <Stack>
        {of.length > 1 && (
          <Row>
            <ViewSwitch
              name="台账"
              value={ledger}
              choices={of.map((value) => ({ value, label: ledgers[value] }))}
              onChange={(value) => value && write({ ledger: value }, { replace: true })}
            />
          </Row>
        )}
        {send.isError && (
          <Notice tone="error" title={`“${name}”没有上传`}>
            {send.error instanceof Refusal ? send.error.message : '文件没有传成，请稍后再试'}
          </Notice>
        )}
        <FileDrop title={`${ledgers[ledger]}表格`} endings={['.xlsx']} onFile={start} sent={sent} />
        <p className="quiet">
          可用模板填写，也可用自有表格：按列名识别，不认识的列不读取。一份不超过 20
          万行；有误的单元格会逐一标出，可下载改正后重新上传。
        </p>
      </Stack>
    </Panel>
  )
}

const columns: Column<Listed['rows'][number]>[] = [
  { key: 'file', title: '文件', wrap: 20, show: ({ fileName }) => fileName },
  { key: 'status', title: '状态', show: ({ status }) => <StatusTag of={intakeStates} is={status} tone={stateTones[status]} /> },
  { key: 'ledger', title: '台账', show: ({ ledger }) => ledgers[ledger], wideOnly: true },
  { key: 'outcome', title: '结果', wrap: 20, show: outcomeOf },
  { key: 'by', title: '导入人', show: ({ startedBy }) => startedBy },
  { key: 'at', title: '上传时间', show: ({ startedAt }) => moment(startedAt) },
]

function outcomeOf({ status, total, done, fresh, changed, bad, similar, message }: Listed['rows'][number]): string {
  if (status === 'failed') return message ?? ''
  if (status === 'committed') return `共 ${total} 行，已提交 ${done} 行`
  if (status !== 'checked') return '—'
  const counts = [
    [fresh, '新增'],
    [changed, '更新'],
    [bad, '有误'],
    [similar, '疑似重复'],
  ] as const
  return `共 ${total} 行${counts.map(([n, word]) => (n ? `，${word} ${n}` : '')).join('')}`
}
