/** One entry of the journal in full: who, when, before and after, and its place in the chain. */
import { type Role, roles } from '#platform/context.ts'
import type { Out } from '#web/client.ts'
import { entityTitles, type Names } from '#web/dictionary.ts'
import { type Change, changesOf } from '#web/timeline.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Facts, Panel, Stack } from '#web/ui/frame/page.tsx'
import { DataTable } from '#web/ui/table.tsx'

type Entry = Out<'journal/search'>[number]
const operations = { insert: '新增', update: '修改', delete: '删除' } as const
/** Before someone is let in he has no part yet. */
const roleIn = (role: string) => (role === 'public' ? '—' : (roles[role as Role] ?? '数据库'))
const value = (words: string | null) => <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{words ?? '—'}</span>

export function EntryDetail({ of, names, label }: { of: Entry; names: Names; label: string }) {
  return (
    <Stack>
      <Facts
        of={[
          { title: '操作人', value: of.actorName },
          { title: '角色', value: roleIn(of.role) },
          { title: '单位', value: of.org ? (names.get(of.org) ?? of.org) : '—' },
          { title: '操作', value: `${label}（${operations[of.operation]}）` },
          { title: '对象', value: entityTitles[of.entity] ?? of.entity },
          { title: '业务时间', value: moment(of.at) },
          { title: '入库时间', value: moment(of.recordedAt) },
          { title: '对象编号', value: <code>{of.rowId}</code>, wide: true },
          { title: '本条摘要', value: <code>{of.hash}</code>, wide: true },
        ]}
      />
      <Panel title="变更前后" flush>
        <DataTable<Change>
          name="变更前后"
          rows={changesOf(of, names, true)}
          rowKey={({ column }) => column}
          pageSize={200}
          empty="没有记录到字段变化"
          columns={[
            { key: 'title', title: '字段', show: ({ title }) => title },
            { key: 'from', title: '变更前', show: ({ from }) => value(from) },
            { key: 'to', title: '变更后', show: ({ to }) => value(to) },
          ]}
        />
      </Panel>
    </Stack>
  )
}
