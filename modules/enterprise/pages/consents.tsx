/** What the enterprise allows; the office records what was given or taken back on paper. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { consent, directoryFields, purposes } from '#modules/enterprise/model.ts'
import { oneOf, text } from '#platform/fields.ts'
import { upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import type { WholeFile } from './whole.ts'

type Consent = WholeFile['consents'][number]
const papers = ['.pdf', '.jpg', '.jpeg', '.png', '.docx'] as const
export const shownFields: Choice[] = Object.entries(directoryFields).map(([value, label]) => ({ value, label }))
export const fieldsInWords = (fields: string[]) =>
  fields.map((field) => directoryFields[field as keyof typeof directoryFields] ?? field).join('、')

export function Consents({ of }: { of: WholeFile }) {
  const office = useMe().role === 'office'
  const [recording, record] = useState(false)
  const [ending, end] = useState<Consent | null>(null)
  const columns: Column<Consent>[] = [
    { key: 'purpose', title: '用途', show: ({ purpose }) => purposes[purpose] },
    {
      key: 'state',
      title: '状态',
      show: ({ until }) => (until ? <Mark>{until} 撤回</Mark> : <Mark tone="good">有效</Mark>),
    },
    { key: 'fields', title: '公开内容', wrap: 14, show: ({ fields }) => fieldsInWords(fields) || '—' },
    { key: 'since', title: '授权日期', show: ({ since }) => <span className="number">{since}</span> },
    { key: 'givenBy', title: '授权人', show: ({ givenBy, evidence }) => `${givenBy}${evidence ? '（书面）' : ''}` },
  ]
  if (office)
    columns.push({
      key: 'act',
      title: '办理',
      show: (row) =>
        row.until === null && (
          <Act inline onClick={() => end(row)}>
            登记撤回
          </Act>
        ),
    })
  return (
    <Panel
      title="授权"
      flush
      actions={
        office && (
          <Act inline icon={icons.add} onClick={() => record(true)}>
            登记书面授权
          </Act>
        )
      }
    >
      <DataTable
        name="授权"
        rows={of.consents}
        columns={columns}
        rowKey={({ id }) => id}
        empty="企业尚未作出授权，其信息不公开，也不用于政策兑现和考核"
      />
      <Record enterprise={of.file.id} open={recording} onClose={() => record(false)} />
      <End of={ending} onClose={() => end(null)} />
    </Panel>
  )
}

const asked = z.object({
  purpose: oneOf('用途', purposes),
  fields: consent.shape.fields,
  since: consent.shape.since,
  givenBy: text('授权人', 40),
})

function Record({ enterprise, open, onClose }: { enterprise: string; open: boolean; onClose: () => void }) {
  const say = useSay()
  const [file, choose] = useState<File | null>(null)
  const record = useMutation(upload('enterprise/recordConsent'))
  return (
    <Dialog title="登记书面授权" open={open} onClose={onClose}>
      <Stack>
        {file ? <p>授权书：{file.name}</p> : <FileDrop title="授权书" endings={papers} onFile={choose} />}
        <RecordForm
          of={asked}
          choices={{ fields: shownFields }}
          hints={{ fields: '用途为名录公开时选择。' }}
          save="登记"
          onCancel={onClose}
          onSave={async (values) => {
            if (!file) return say.note('请先选择授权书')
            const fields = values.fields as (keyof typeof directoryFields)[] // chosen among them
            await record.mutateAsync({ ...values, fields, enterprise, file })
            say.done('已登记授权')
            onClose()
          }}
        />
      </Stack>
    </Dialog>
  )
}

function End({ of, onClose }: { of: Consent | null; onClose: () => void }) {
  const say = useSay()
  const end = useMutation({
    ...upload('enterprise/recordTakingBack'),
    onSuccess: () => {
      say.done('已登记撤回')
      onClose()
    },
    onError: say.failed,
  })
  return (
    <Dialog title="登记书面撤回" open={of !== null} onClose={onClose}>
      {of && <FileDrop title="撤回授权的书面材料" endings={papers} onFile={(file) => end.mutate({ id: of.id, file })} />}
    </Dialog>
  )
}
