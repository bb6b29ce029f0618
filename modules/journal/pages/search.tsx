/** The audit administrator's search: who changed what, when, from what to what. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Out, query } from '#web/client.ts'
import { entityTitles } from '#web/dictionary.ts'
import { Earlier, Search, useEarlier } from '#web/earlier.tsx'
import { actorOf, sentenceOf, useOrgNames } from '#web/timeline.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Sheet } from '#web/ui/dialog.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { ChoiceInput, DayInput, TextInput } from '#web/ui/form/inputs.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { EntryDetail } from './entry.tsx'

type Found = Out<'journal/search'>[number]
type Asked = { entity: string | null; actorName: string | null; from: string | null; to: string | null }
const nothing: Asked = { entity: null, actorName: null, from: null, to: null }

const present = (asked: Asked) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as Record<string, string>

export default function AuditSearch() {
  const [search, change] = useSearchParams()
  const asked: Asked = { ...nothing, ...Object.fromEntries(search) }
  const ask = (next: Asked) => change(present(next), { replace: true })
  const [draft, write] = useState(asked)
  const [open, show] = useState<Found | null>(null)
  const names = useOrgNames()
  const labels = useActionLabels()
  const found = useEarlier(['journal/search', asked], (page) => query('journal/search', { ...present(asked), ...page }).queryFn())
  return (
    <PageFrame title="办理日志" description="所有数据的每一次新增、修改和删除，只增不改，逐条相扣。">
      <Search
        onAsk={() => ask(draft)}
        onClear={() => {
          write(nothing)
          ask(nothing)
        }}
      >
        <ChoiceInput
          name="对象"
          placeholder="全部对象"
          clearable
          width={160}
          choices={Object.entries(entityTitles).map(([value, label]) => ({ value, label }))}
          value={draft.entity}
          onChange={(entity) => write({ ...draft, entity })}
        />
        <span style={{ width: 140 }}>
          <TextInput
            name="操作人姓名"
            placeholder="操作人姓名"
            value={draft.actorName}
            onChange={(actorName) => write({ ...draft, actorName })}
          />
        </span>
        <span style={{ width: 140 }}>
          <DayInput name="起始日期" placeholder="起始日期" value={draft.from} onChange={(from) => write({ ...draft, from })} />
        </span>
        <span style={{ width: 140 }}>
          <DayInput name="截止日期" placeholder="截止日期" value={draft.to} onChange={(to) => write({ ...draft, to })} />
        </span>
      </Search>
      <Earlier from={found}>
        {(rows) => (
          <DataTable
            name="办理日志"
            rows={rows}
            rowKey={({ seq }) => String(seq)}
            pageSize={100}
            empty="没有符合条件的记录"
            columns={[
              { key: 'what', title: '事项', show: (entry) => sentenceOf(entry, names) },
              { key: 'at', title: '时间', show: ({ at }) => moment(at) },
              { key: 'actor', title: '操作人', show: (entry) => actorOf(entry, names), wideOnly: true },
              { key: 'action', title: '操作', show: ({ action }) => labels.get(action) ?? action },
              { key: 'seq', title: '序号', show: ({ seq }) => seq, number: true },
              {
                key: 'open',
                title: '详情',
                show: (entry) => (
                  <Act inline name={`查看第 ${entry.seq} 条的详情`} onClick={() => show(entry)}>
                    查看
                  </Act>
                ),
              },
            ]}
          />
        )}
      </Earlier>
      <Sheet title={open ? `第 ${open.seq} 条` : ''} open={open !== null} onClose={() => show(null)}>
        {open && <EntryDetail of={open} names={names} label={labels.get(open.action) ?? open.action} />}
      </Sheet>
    </PageFrame>
  )
}

/** What the journal records besides actions. */
const beside = [
  ['auth', '登录与安全'],
  ['seed', '初始化'],
  ['sql', '数据库直接操作'],
] as const

type Described = { paths: Record<string, { get?: { summary: string }; post?: { summary: string } }> }

/** What users call an action, from the published description of the interface. */
function useActionLabels(): ReadonlyMap<string, string> {
  const described = useQuery({
    queryKey: ['openapi'],
    queryFn: async () => (await (await fetch('/api/openapi.json')).json()) as Described,
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ paths }) =>
      new Map([
        ...Object.entries(paths).map(
          ([path, { get, post }]) => [path.slice('/api/'.length), (get ?? post)?.summary ?? path] as const,
        ),
        ...beside,
      ]),
  })
  return described.data ?? new Map()
}
