/** The filters of the list of matters, kept in the address: a link shows the same list. */
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { moveInStates } from '#modules/movein/flow.ts'
import type { In } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { CheckInput, type Choice, ChoiceInput, TextInput, ViewSwitch } from '#web/ui/form/inputs.tsx'

type Key = 'words' | 'zone' | 'state' | 'mine' | 'late' | 'closed' | 'view'
const narrowing: Key[] = ['words', 'zone', 'state', 'mine', 'late', 'closed']

export function useFilter() {
  const [search, write] = useSearchParams()
  const given = (key: Key) => search.get(key)
  const on = (key: Key) => given(key) === '1'
  const filter = {
    ...(given('words') && { words: given('words')! }),
    ...(given('zone') && { zone: given('zone')! }),
    ...(given('state') ? { state: given('state')! } : { open: !on('closed') }),
    ...(on('mine') && { mine: true }),
    ...(on('late') && { late: true }),
  } as Omit<In<'movein/list'>, 'page' | 'size'> // the server checks every word of the address
  return {
    filter,
    given,
    on,
    board: given('view') === 'board',
    narrowed: narrowing.some((key) => search.has(key)),
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

const states: Choice[] = Object.entries(moveInStates).map(([value, label]) => ({ value, label }))
const views: Choice[] = [
  { value: 'table', label: '列表' },
  { value: 'board', label: '看板' },
]

export function FilterBar({ total }: { total: number | undefined }) {
  const { given, on, choose, narrowed, clear, board } = useFilter()
  const { role } = useMe()
  const { zones } = usePlaces()
  const check = (key: Key, label: string) => (
    <CheckInput label={label} value={on(key)} onChange={(next) => choose(key, next ? '1' : null)} />
  )
  const pick = (key: Key, name: string, choices: readonly Choice[]) => (
    <ChoiceInput
      name={name}
      placeholder={name}
      clearable
      width={136}
      choices={choices}
      value={given(key)}
      onChange={(value) => choose(key, value)}
    />
  )
  return (
    <search className="move-in-filter">
      <ViewSwitch name="显示方式" choices={views} value={board ? 'board' : 'table'} onChange={(view) => choose('view', view)} />
      <Words asked={given('words') ?? ''} onAsk={(words) => choose('words', words)} />
      {role !== 'park' && pick('zone', '园城', zones)}
      {!board && pick('state', '状态', states)}
      {check('mine', '待我办理')}
      {check('late', '已逾期')}
      {!board && check('closed', '已办结')}
      {narrowed && (
        <Act inline onClick={clear}>
          清除筛选
        </Act>
      )}
      <span className="quiet move-in-total" role="status">
        {total === undefined ? '' : `共 ${total} 件`}
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
    <div className="move-in-words">
      <TextInput
        name="企业名称或办件编号"
        placeholder="企业名称或办件编号"
        maxLength={60}
        value={words}
        onChange={(next) => write(next ?? '')}
      />
    </div>
  )
}
