/** How many fields each unit had to type by hand, published to all: by month, with its course over a year and by ledger. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Out, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Sheet } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { Pick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import './burden.css'

type Told = Out<'dispatch/burden'>
type Unit = Told['units'][number]
const keys = { texts: ['month'] } as const

const wordOf = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
/** The last two years up to the month of today. */
function monthsUpTo(today: string): string[] {
  const number = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: 24 }, (_, i) => number - i).map(
    (at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
}

export default function Burden() {
  const address = useAddress(keys)
  const today = useFrame()?.today
  const month = address.given('month')
  const asked = useQuery({
    ...query('dispatch/burden', month ? { month } : {}),
    placeholderData: (before: Told | undefined) => before,
  })
  const choices = today ? monthsUpTo(today).map((value) => ({ value, label: wordOf(value) })) : []
  return (
    <PageFrame
      title="填报负担公示"
      crumbs={[{ title: '调度', to: '/office/dispatch' }, { title: '填报负担公示' }]}
      description="各单位每月手工填写的数据项数，由办理日志逐条统计；系统生成、表格导入和仅作确认的不计。目标是逐月下降。"
      actions={<Pick of={address} name="month" title="本月" choices={choices} width={140} />}
    >
      <Loaded from={asked} rows={12}>
        {(told) => <Inside of={told} />}
      </Loaded>
    </PageFrame>
  )
}

function Inside({ of: told }: { of: Told }) {
  const [shown, show] = useState<Unit | null>(null)
  const { month, months, course, units, countedOn } = told
  const [now, before] = [course.at(-1) ?? 0, course.at(-2) ?? 0]
  const columns: Column<Unit>[] = [
    { key: 'name', title: '单位', sort: ({ name }) => name, show: ({ name }) => name },
    { key: 'fields', title: '手工填写（项）', number: true, sort: ({ fields }) => fields, show: ({ fields }) => fields },
    {
      key: 'change',
      title: '比上月',
      number: true,
      sort: (row) => row.fields - row.before,
      show: (row) => <Change by={row.fields - row.before} />,
    },
    { key: 'entries', title: '填写次数', number: true, sort: ({ entries }) => entries, show: ({ entries }) => entries },
    { key: 'course', title: '近十二个月', wideOnly: true, show: ({ course: of }) => <Bars of={of} months={months} /> },
    {
      key: 'ledgers',
      title: '主要台账',
      wrap: 24,
      show: (row) =>
        row.ledgers.length ? (
          <Act inline onClick={() => show(row)}>
            {row.ledgers
              .slice(0, 2)
              .map(({ title, fields }) => `${title} ${fields}`)
              .join('，')}
            {row.ledgers.length > 2 ? ' 等' : ''}
          </Act>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <>
      <Panel>
        <Tiles width={180}>
          <Figure label={`${wordOf(month)}手工填写`} value={now} unit="项" note={<Change by={now - before} lead="比上月" />} />
          <Figure label="填写单位" value={units.filter(({ fields }) => fields > 0).length} unit="个" />
          <Figure
            label="近十二个月月均"
            value={Math.round(course.reduce((sum, one) => sum + one, 0) / course.length)}
            unit="项"
            note={<Bars of={course} months={months} />}
          />
        </Tiles>
      </Panel>
      <Panel title={`各单位（${units.length}）`} flush actions={countedOn && <span className="quiet">统计至 {countedOn}</span>}>
        <DataTable
          name="各单位填报负担"
          rows={units}
          columns={columns}
          rowKey={({ org }) => org}
          find={({ name }) => name}
          pageSize={60}
          empty={<EmptyState title="近十二个月没有手工填写" about="有单位填写数据后，系统每小时统计一次。" />}
        />
      </Panel>
      <Sheet title={`${shown?.name ?? ''}：${wordOf(month)}各台账`} open={shown !== null} onClose={() => show(null)}>
        {shown && (
          <DataTable
            name="各台账手工填写"
            rows={shown.ledgers}
            rowKey={({ ledger }) => ledger}
            columns={[
              { key: 'title', title: '台账', show: ({ title }) => title },
              {
                key: 'fields',
                title: '手工填写（项）',
                number: true,
                sort: ({ fields }) => fields,
                show: ({ fields }) => fields,
              },
              { key: 'entries', title: '填写次数', number: true, sort: ({ entries }) => entries, show: ({ entries }) => entries },
            ]}
          />
        )}
      </Sheet>
    </>
  )
}

/** Less is better. */
function Change({ by, lead = '' }: { by: number; lead?: string }) {
  if (by === 0) return <span className="quiet">{lead}持平</span>
  return (
    <Mark tone={by < 0 ? 'good' : 'warn'}>
      {lead}
      {by < 0 ? `减少 ${-by}` : `增加 ${by}`}
    </Mark>
  )
}

function Bars({ of, months }: { of: readonly number[]; months: readonly string[] }) {
  const most = Math.max(1, ...of)
  const words = months.map((month, at) => `${wordOf(month)} ${of[at] ?? 0} 项`).join('，')
  return (
    <svg className="burden-bars" viewBox="0 0 96 24" width="96" height="24" role="img" aria-label={words}>
      <title>{words}</title>
      {of.map((value, at) => {
        const height = value === 0 ? 0 : Math.max(1, (value / most) * 22)
        return <rect key={months[at]} x={at * 8 + 1} y={24 - height} width="6" height={height} />
      })}
    </svg>
  )
}
