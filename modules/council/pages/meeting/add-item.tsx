/** An item for the agenda: picked from open matters, or worded anew. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { agendaItem } from '#modules/council/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { useUnits } from '../units.ts'
import type { Meeting } from '../words.ts'

type Choice = Out<'council/agendaChoices'>[number]
const ways = [
  { value: 'matter', label: '从督办事项选取' },
  { value: 'free', label: '另行列入' },
]
const worded = agendaItem.pick({ title: true, org: true, text: true })

export function AddDialog({ of, open, onClose }: { of: Meeting; open: boolean; onClose: () => void }) {
  const say = useSay()
  const [way, choose] = useState('matter')
  const units = useUnits()
  const add = useMutation({ ...command('council/addAgenda'), onError: say.failed })
  return (
    <Dialog title="列入议题" open={open} onClose={onClose} wide>
      <Stack>
        <ViewSwitch name="列入方式" choices={ways} value={way} onChange={(chosen) => choose(chosen ?? 'matter')} />
        {way === 'matter' ? (
          <Matters
            of={of}
            onPick={({ id, title, text, owner }) =>
              add.mutate(
                { meeting: of.id, title, text, org: owner, matter: id },
                { onSuccess: () => say.done(`已列入“${title}”`) },
              )
            }
          />
        ) : (
          <RecordForm
            of={worded}
            choices={{ org: units }}
            save="列入"
            onCancel={onClose}
            onSave={async (given) => {
              await add.mutateAsync({ ...given, meeting: of.id, matter: null })
              say.done(`已列入“${given.title}”`)
              onClose()
            }}
          />
        )}
      </Stack>
    </Dialog>
  )
}

function Matters({ of, onPick }: { of: Meeting; onPick: (matter: Choice) => void }) {
  const asked = useQuery(query('council/agendaChoices', { meeting: of.id }))
  return (
    <Loaded from={asked} rows={6}>
      {(rows) => (
        <DataTable
          name="未办结的督办事项"
          rows={rows}
          rowKey={({ id }) => id}
          pageSize={8}
          find={({ title, number, ownerName }) => `${title} ${number} ${ownerName}`}
          empty="没有可列入的督办事项"
          columns={[
            { key: 'title', title: '事项', wrap: 20, show: ({ title }) => title },
            { key: 'owner', title: '责任单位', show: ({ ownerName }) => ownerName },
            {
              key: 'due',
              title: '时限',
              show: ({ dueOn, late, own }) => (
                <span className="row">
                  <span className="number">{dueOn}</span>
                  {late && <Mark tone="bad">已逾期</Mark>}
                  {own && <Mark>本机构</Mark>}
                </span>
              ),
            },
            {
              key: 'act',
              title: '操作',
              show: (matter) => (
                <Act inline name={`列入：${matter.title}`} onClick={() => onPick(matter)}>
                  列入
                </Act>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}
