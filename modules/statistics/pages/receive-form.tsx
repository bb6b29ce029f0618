/** Takes in one return: the enterprise is looked up, then its figures are entered. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { command, query } from '#web/client.ts'
import { Search } from '#web/earlier.tsx'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { returnCells, statReturn } from '../model.ts'

const asked = statReturn.pick({ enterprise: true, scheme: true, month: true }).extend(returnCells)

export function ReceiveForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [draft, type] = useState<string | null>(null)
  const [words, look] = useState<string | null>(null)
  return (
    <Dialog title="登记统计报表" open={open} onClose={onClose} wide>
      <Stack>
        <Search onAsk={() => look(draft)}>
          <span style={{ width: 'min(320px, 100%)' }}>
            <TextInput name="查找企业" placeholder="企业名称或信用代码" value={draft} onChange={type} />
          </span>
        </Search>
        {words && <Found key={words} words={words} onClose={onClose} />}
      </Stack>
    </Dialog>
  )
}

function Found({ words, onClose }: { words: string; onClose: () => void }) {
  const say = useSay()
  const found = useQuery(query('enterprise/list', { words, presence: 'all', size: 50 }))
  const save = useMutation(command('statistics/record'))
  return (
    <Loaded from={found}>
      {({ rows }) =>
        rows.length ? (
          <RecordForm
            of={asked}
            columns={2}
            initial={rows.length === 1 ? { enterprise: rows[0]!.id } : undefined}
            choices={{ enterprise: rows.map(({ id, name, creditCode }) => ({ value: id, label: `${name}（${creditCode}）` })) }}
            hints={{ month: '季报填季度末月，年报填 12 月。' }}
            save="登记"
            onCancel={onClose}
            onSave={async (values) => {
              const { replaced } = await save.mutateAsync(values)
              say.done(replaced ? '已登记，原报表已更正' : '已登记')
              onClose()
            }}
          />
        ) : (
          <EmptyState title={`没有找到含“${words}”的企业`} about="请核对企业名称或统一社会信用代码。" />
        )
      }
    </Loaded>
  )
}
