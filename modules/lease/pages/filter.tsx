/** The filters of the list of leases, kept in the address: a link shows the same list. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { standings } from '#modules/lease/model.ts'
import { type In, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { CheckInput, type Choice, ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'

type Asked = Omit<In<'lease/list'>, 'page' | 'size'>
const texts = ['words', 'zone', 'building', 'enterprise', 'standing', 'order'] as const
type Key = (typeof texts)[number] | 'expiring' | 'overdue'

export function useFilter() {
  const [search, write] = useSearchParams()
  const given = (key: Key) => search.get(key)
  const filter = {
    ...Object.fromEntries(texts.flatMap((key) => (given(key) ? [[key, given(key)]] : []))),
    ...(given('expiring') ? { expiring: Number(given('expiring')) } : {}),
    ...(given('overdue') === '1' ? { overdue: true } : {}),
  } as Asked // the server checks every word of the address
  return {
    filter,
    given,
    narrowed: [...texts, 'expiring', 'overdue'].some((key) => key !== 'order' && search.has(key)),
    /** Another filter begins at its first page. */
    choose: (key: Key, value: string | null) => {
      const next = new URLSearchParams(search)
      next.delete('page')
      if (value) next.set(key, value)
      else next.delete(key)
      write(next, { replace: true })
    },
    clear: () => write({}, { replace: true }),
  }
}

/** Buildings one may choose from; of a zone where one is given. */
export function useBuildings(zone?: string): Choice[] {
  const asked = useQuery({ ...query('space/listBuildings', { size: 200, ...(zone ? { zone } : {}) }), staleTime: 60_000 })
  return (asked.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

const choicesOf = (words: Record<string, string>): Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }))
const within = { 30: '30 天内到期', 60: '60 天内到期', 90: '90 天内到期' }
const orders = { newest: '最近起租', oldest: '最早起租', ending: '最早到期', number: '合同编号', area: '面积' }

export function FilterBar({ total }: { total?: number }) {
  const { given, choose, narrowed, clear } = useFilter()
  const { role } = useMe()
  const { zones } = usePlaces()
  const buildings = useBuildings()
  const pick = (key: Key, name: string, choices: readonly Choice[], width = 136) => (
    <ChoiceInput
      name={name}
      placeholder={name}
      clearable
      width={width}
      choices={choices}
      value={given(key)}
      onChange={(value) => choose(key, value)}
    />
  )
  return (
    <search className="lease-filter">
      <Words asked={given('words') ?? ''} onAsk={(words) => choose('words', words)} />
      {role !== 'park' && pick('zone', '园城', zones, 160)}
      {pick('building', '楼宇', buildings, 176)}
      {pick('standing', '状态', choicesOf(standings), 112)}
      {pick('expiring', '到期时间', choicesOf(within), 128)}
      <CheckInput label="有逾期" value={given('overdue') === '1'} onChange={(on) => choose('overdue', on ? '1' : null)} />
      <ChoiceInput
        name="排序"
        width={112}
        choices={choicesOf(orders)}
        value={given('order') ?? 'newest'}
        onChange={(value) => choose('order', value === 'newest' ? null : value)}
      />
      {narrowed && (
        <Act inline onClick={clear}>
          清除筛选
        </Act>
      )}
      <span className="quiet lease-total" role="status">
        {total === undefined ? '' : `共 ${total} 份`}
      </span>
    </search>
  )
}

/** Looked for once the writing rests. */
function Words({ asked, onAsk }: { asked: string; onAsk: (words: string | null) => void }) {
  const [words, write] = useState(asked)
  useEffect(() => write(asked), [asked])
  useEffect(() => {
    if (words === asked) return
    const rest = setTimeout(() => onAsk(words.trim() || null), 400)
    return () => clearTimeout(rest)
  })
  return (
    <div className="lease-words">
      <TextInput
        name="合同编号、承租方或单元"
        placeholder="合同编号、承租方或单元"
        maxLength={60}
        value={words}
        onChange={(next) => write(next ?? '')}
      />
    </div>
  )
}
