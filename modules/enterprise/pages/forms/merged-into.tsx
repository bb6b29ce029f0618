/** Which enterprise another was merged into, found by its name. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#web/client.ts'
import { ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Row } from '#web/ui/frame/page.tsx'

type Into = { except: string; value: string | null; onChange: (id: string | null) => void }

export function MergedInto({ except, value, onChange }: Into) {
  const [words, write] = useState('')
  const asked = useQuery({ ...query('enterprise/list', { words: words.trim(), size: 20 }), enabled: words.trim().length > 1 })
  const found = (asked.data?.rows ?? []).filter(({ id }) => id !== except)
  return (
    <Row>
      <span className="quiet">被合并的，查找合并方：</span>
      <div style={{ width: 200 }}>
        <TextInput name="合并方名称" placeholder="输入企业名称" value={words} onChange={(next) => write(next ?? '')} />
      </div>
      <ChoiceInput
        name="合并方企业"
        placeholder={words.trim().length > 1 ? `找到 ${found.length} 家` : '请先输入名称'}
        clearable
        width={320}
        choices={found.map(({ id, name, town }) => ({ value: id, label: `${name}（${town}）` }))}
        value={value}
        onChange={onChange}
      />
    </Row>
  )
}
