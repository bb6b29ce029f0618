/** The firms of a screening, narrowed by clause, verdict, zone and near misses, page by page; each opens in full at the side. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { verdicts } from '#engines/policy/policy.ts'
import { type In, type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, FilterBar, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { verdictTonesOfMany } from '#web/verdict.ts'
import { money } from '../words.ts'
import { FirmSheet } from './firm.tsx'

const size = 50
export const filterKeys = { texts: ['words', 'clause', 'verdict', 'zone'], marks: ['near'] }
type Line = Out<'claim/screened'>['rows'][number]

export function Firms({ of: { id, clauses, zones } }: { of: Out<'claim/screeningInFull'> }) {
  const of = useAddress(filterKeys)
  const page = usePage()
  const filter = { ...of.filter, screening: id } as Omit<In<'claim/screened'>, 'page' | 'size'> // the server checks every word of the address
  const asked = useQuery({
    ...query('claim/screened', { ...filter, page, size }),
    placeholderData: (before: Out<'claim/screened'> | undefined) => before,
  })
  const opened = useAddress({ texts: ['firm'] })
  const open = (enterprise: string | null) => opened.choose('firm', enterprise)
  const named = of.given('clause')
  return (
    <div ref={useArrival('#firms')} className="screening-firms">
      <Panel title="企业" flush>
        <FilterBar of={of} words="企业名称" told={asked.data ? `共 ${asked.data.total.toLocaleString('zh-CN')} 家` : ''}>
          <Pick
            of={of}
            name="clause"
            title="条款"
            width={240}
            choices={clauses.map(({ code, article, title }) => ({ value: code, label: `${article} ${title}` }))}
          />
          <Pick of={of} name="verdict" title="结论" choices={choicesOf(verdicts)} />
          <Pick of={of} name="zone" title="园城" choices={zones.map((one) => ({ value: one.id, label: one.name }))} />
          <Tick of={of} name="near" title="只差一项" />
        </FilterBar>
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="筛查企业"
                rows={rows}
                columns={columnsOf(open, named !== null)}
                rowKey={({ enterprise }) => enterprise}
                pageSize={size}
                empty={<EmptyState title="没有符合条件的企业" actions={<Act onClick={of.clear}>清除筛选</Act>} />}
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <FirmSheet screening={id} enterprise={opened.given('firm')} clauses={clauses} first={named} onClose={() => open(null)} />
    </div>
  )
}

/** Comes into view when a link led to it. */
function useArrival(mark: string) {
  const place = useRef<HTMLDivElement>(null)
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each following of a link counts, also to the same place
  useEffect(() => {
    if (hash === mark) place.current?.scrollIntoView({ block: 'start' })
  }, [hash, key, mark])
  return place
}

const columnsOf = (open: (enterprise: string) => void, named: boolean): Column<Line>[] => [
  {
    key: 'name',
    title: '企业',
    wrap: 18,
    show: ({ enterprise, name }) => (
      <Act inline onClick={() => open(enterprise)}>
        {name}
      </Act>
    ),
  },
  { key: 'zone', title: '园城', show: ({ zone }) => zone ?? <span className="quiet">—</span> },
  ...(named
    ? ([
        {
          key: 'verdict',
          title: '本条款结论',
          show: ({ verdict }) => verdict && <Mark tone={verdictTonesOfMany[verdict]}>{verdicts[verdict]}</Mark>,
        },
        {
          key: 'alone',
          title: '本条款金额',
          number: true,
          show: ({ verdict, alone }) => (verdict === 'granted' ? money(alone) : '—'),
        },
      ] satisfies Column<Line>[])
    : []),
  { key: 'granted', title: '可享受条款（条）', number: true, show: ({ granted }) => granted || '—' },
  { key: 'amount', title: '一并享受金额', number: true, show: ({ granted, amount }) => (granted ? money(amount) : '—') },
]
