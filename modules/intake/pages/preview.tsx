/** What an import would do, row by row: by kind, with what is wrong, what changes, and whom it is like. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { rowKinds } from '#modules/intake/model.ts'
import { command, download, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice, Sheet } from '#web/ui/dialog.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { Facts, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { columnsOf } from './row.tsx'
import { countsOf, type Intake, type RowKind, type ShownRow } from './words.ts'
import './intake.css'

const size = 50
const kinds = Object.keys(rowKinds) as RowKind[]

export function Preview({ of }: { of: Intake }) {
  const [search, write] = useSearchParams()
  const counts = countsOf(of)
  const kind = kinds.find((one) => one === search.get('kind')) ?? kinds.find((one) => counts[one] > 0) ?? 'fresh'
  const [open, show] = useState<ShownRow | null>(null)
  const page = usePage()
  const asked = useQuery({
    ...query('intake/rows', { id: of.id, kind, page, size }),
    placeholderData: (before: Out<'intake/rows'> | undefined, asked) =>
      (asked?.queryKey[1] as { kind: RowKind } | undefined)?.kind === kind ? before : undefined,
  })
  const decide = useDecide(of, kind)
  return (
    <Stack>
      <Standing of={of} />
      <Panel flush>
        <div className="intake-tools">
          <ViewSwitch
            name="检查结果"
            value={kind}
            choices={kinds
              .filter((one) => counts[one] || one === kind)
              .map((one) => ({ value: one, label: `${rowKinds[one]} ${counts[one]}` }))}
            onChange={(value) => value && write({ kind: value }, { replace: true })}
          />
          {decide.possible && (
            <div className="row">
              <Act busy={decide.busy} onClick={() => decide.all(true)}>
                全部不导入
              </Act>
              <Act busy={decide.busy} onClick={() => decide.all(false)}>
                {kind === 'bad' ? '全部恢复' : '全部仍然导入'}
              </Act>
            </div>
          )}
        </div>
        <Loaded from={asked} rows={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                name={`${rowKinds[kind]}的行`}
                rows={rows}
                columns={columnsOf(kind, { show, decide: decide.one })}
                rowKey={({ row }) => String(row)}
                pageSize={size}
                empty="没有这类行"
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <Sheet title={open ? `第 ${open.row} 行` : ''} open={open !== null} onClose={() => show(null)}>
        {open && <WholeRow of={open} />}
      </Sheet>
    </Stack>
  )
}

/** What stands in the way of committing, and what was left out of the sheet. */
function Standing({ of }: { of: Intake }) {
  const say = useSay()
  const errors = useMutation({ ...download('intake/errors'), onError: say.failed })
  const waiting = of.bad - of.leftOut
  return (
    <>
      {of.bad > 0 && (
        <Notice
          tone={waiting ? 'error' : 'warning'}
          title={waiting ? `${waiting} 行有误，改正后才能提交` : `有误的 ${of.bad} 行不导入`}
        >
          <div className="intake-told">
            <span>可下载标注了问题的表格，逐格改正后重新上传；也可将有误的行设为不导入。</span>
            <Act icon={icons.download} busy={errors.isPending} onClick={() => errors.mutate({ id: of.id })}>
              下载标注问题的表格
            </Act>
          </div>
        </Notice>
      )}
      {of.similar > 0 && (
        <Notice tone="warning" title={`${of.similar} 行的名称与其他企业相近，可能是同一家`}>
          默认不导入；确非同一家的，请选“仍然导入”{of.anyway ? `（已选 ${of.anyway} 行）` : ''}。
        </Notice>
      )}
      {of.ignored.map((sentence) => (
        <Notice key={sentence}>{sentence}</Notice>
      ))}
    </>
  )
}

function useDecide({ id }: Intake, kind: RowKind) {
  const say = useSay()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('intake/') })
  const send = useMutation({ ...command('intake/decide'), onError: say.failed, onSettled: refresh })
  const decide = (rows: number[] | null, skip: boolean) => {
    if (kind === 'bad' || kind === 'similar') send.mutate({ id, kind, rows, skip })
  }
  return {
    possible: kind === 'bad' || kind === 'similar',
    busy: send.isPending,
    all: (skip: boolean) => decide(null, skip),
    one: (row: number, skip: boolean) => decide([row], skip),
  }
}

const WholeRow = ({ of: { cells, bad } }: { of: ShownRow }) => (
  <Stack>
    {bad.length > 0 && (
      <Notice tone="error" title="有误的单元格">
        {bad.map(({ column, heading, problem }) => (
          <div key={`${column}${heading}${problem}`}>
            {column && `${column} 列`}「{heading}」：{problem}
          </div>
        ))}
      </Notice>
    )}
    <Facts of={cells.map(({ heading, text }) => ({ title: heading, value: text }))} />
  </Stack>
)
