/** Single returns, for statisticians: looked through, and received. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Out, query } from '#web/client.ts'
import { Search } from '#web/earlier.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { CheckInput, ChoiceInput, MonthInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { amountShown, cellNames, cellTitles, type Scheme, schemes, unitShown } from '../model.ts'
import { ReceiveForm } from './receive-form.tsx'

const size = 50
type Line = Out<'statistics/returns'>['rows'][number]

const columns: Column<Line>[] = [
  { key: 'name', title: '企业', show: ({ name }) => name, wrap: 16 },
  { key: 'scheme', title: '报表', show: ({ scheme }) => schemes[scheme] },
  { key: 'month', title: '报告期', show: ({ month }) => month },
  ...cellNames.map(
    (cell): Column<Line> => ({
      key: cell,
      title: `${cellTitles[cell]}（${unitShown(cell)}）`,
      number: true,
      show: (line) => (line[cell] === null ? '—' : amountShown(cell, line[cell])),
    }),
  ),
  { key: 'place', title: '镇街与园城', show: ({ town, zone }) => (zone ? `${town}，${zone}` : town), wideOnly: true },
  {
    key: 'received',
    title: '接收',
    show: ({ receivedOn, receivedBy, knownUntil }) => (
      <>
        {receivedOn} {receivedBy}
        {knownUntil && <div className="quiet">{knownUntil} 起由更正的报表代替</div>}
      </>
    ),
  },
]

export function Returns() {
  const [search, write] = useSearchParams()
  const page = usePage()
  const words = search.get('words')
  const month = search.get('month')
  const scheme = search.get('scheme')
  const replaced = search.get('replaced') === '1'
  const [draft, type] = useState(words)
  const [receiving, open] = useState(false)
  const put = (name: string, value: string | null) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    if (value) next.set(name, value)
    else next.delete(name)
    write(next, { replace: true })
  }
  const asked = useQuery(
    query('statistics/returns', {
      page,
      size,
      replaced,
      ...(words && { words }),
      ...(month && { month }),
      ...(scheme && scheme in schemes && { scheme: scheme as Scheme }),
    }),
  )
  return (
    <Stack>
      <Search onAsk={() => put('words', draft)}>
        <span style={{ width: 220 }}>
          <TextInput name="企业名称或信用代码" placeholder="企业名称或信用代码" value={draft} onChange={type} />
        </span>
        <ChoiceInput
          name="报表"
          placeholder="全部报表"
          clearable
          width={150}
          choices={Object.entries(schemes).map(([value, label]) => ({ value, label }))}
          value={scheme}
          onChange={(value) => put('scheme', value)}
        />
        <span style={{ width: 130 }}>
          <MonthInput name="报告期" placeholder="全部报告期" value={month} onChange={(value) => put('month', value)} />
        </span>
        <CheckInput label="含已更正的" value={replaced} onChange={(on) => put('replaced', on ? '1' : null)} />
      </Search>
      <Panel
        flush
        title={asked.data ? `企业报表（${asked.data.total}）` : '企业报表'}
        actions={
          <Act icon={icons.add} onClick={() => open(true)}>
            登记报表
          </Act>
        }
      >
        <Loaded from={asked}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="企业报表"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                pageSize={size}
                empty={<EmptyState title="没有符合条件的报表" />}
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <ReceiveForm open={receiving} onClose={() => open(false)} />
    </Stack>
  )
}
