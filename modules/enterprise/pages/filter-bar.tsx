/** The filters of the list in a line that folds on a narrow screen. */
import { useEffect, useState } from 'react'
import { statuses, titles } from '#modules/enterprise/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { CheckInput, type Choice, ChoiceInput, DayInput, TextInput } from '#web/ui/form/inputs.tsx'
import { useNarrow } from '#web/ui/frame/narrow.ts'
import { divisionChoices, useDirections, usePlaces } from './choices.ts'
import { orders, useFilter } from './filter.ts'

const choicesOf = (words: Record<string, string>): Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }))
const presences = { left: '已离区', all: '在区和离区' }

export function FilterBar({ total }: { total?: number }) {
  const { given, choose, order, narrowed, clear } = useFilter()
  const { towns, zones } = usePlaces()
  const directions = useDirections()
  const pick = (key: Parameters<typeof choose>[0], name: string, choices: readonly Choice[], width = 136) => (
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
  const narrow = useNarrow()
  const [open, unfold] = useState(false)
  const all = !narrow || open
  const choices = all && (
    <>
      {pick('town', '镇街', towns)}
      {pick('zone', '园城', zones, 160)}
      {pick('industry', '行业大类', divisionChoices, 176)}
      {pick('direction', '重点方向', directions, 160)}
      {pick('title', '资质称号', choicesOf(titles), 176)}
      {pick('status', '登记状态', choicesOf(statuses), 112)}
      {pick('presence', '仅在区', choicesOf(presences), 128)}
      <div className="enterprise-since">
        <DayInput
          name="落户不早于"
          placeholder="落户不早于"
          value={given('newSince')}
          onChange={(value) => choose('newSince', value)}
        />
      </div>
      <CheckInput label="超期未确认" value={given('stale') === '1'} onChange={(on) => choose('stale', on ? '1' : null)} />
      <CheckInput label="未认领" value={given('unclaimed') === '1'} onChange={(on) => choose('unclaimed', on ? '1' : null)} />
    </>
  )
  return (
    <search className="enterprise-filter">
      <Words />
      {choices}
      {narrow && (
        <Act inline onClick={() => unfold(!open)}>
          {open ? '收起筛选' : '更多筛选'}
        </Act>
      )}
      <ChoiceInput
        name="排序"
        width={128}
        choices={choicesOf(orders)}
        value={order}
        onChange={(value) => choose('order', value === 'newest' ? null : value)}
      />
      {narrowed && (
        <Act inline onClick={clear}>
          清除筛选
        </Act>
      )}
      <span className="quiet enterprise-total" role="status">
        {total === undefined ? '' : `共 ${total} 家`}
      </span>
    </search>
  )
}

/** Looked for once the writing rests. */
function Words() {
  const { given, choose } = useFilter()
  const asked = given('words') ?? ''
  const [words, write] = useState(asked)
  useEffect(() => write(asked), [asked])
  useEffect(() => {
    if (words === asked) return
    const rest = setTimeout(() => choose('words', words.trim() || null), 400)
    return () => clearTimeout(rest)
  })
  return (
    <div className="enterprise-words">
      <TextInput
        name="名称或信用代码"
        placeholder="名称或信用代码"
        maxLength={60}
        value={words}
        onChange={(next) => write(next ?? '')}
      />
    </div>
  )
}
