/** A bid as its firm writes it: the project, the sum, and with whom. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { partnerKinds, upperBid } from '#modules/policy/model.ts'
import { cash } from '#platform/fields.ts'
import { command, upload } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { fenOf } from '#web/money.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'
import { SendFile } from '#web/upload.tsx'
import type { Bid } from '../words.ts'

const { project, note, partners } = upperBid.shape
const requested = cash('申请金额')

type BidFormOf = { call: string | null; bid: Bid | null; onClose: () => void }

export function BidForm({ call, bid, onClose }: BidFormOf) {
  const say = useSay()
  const known = useQueryClient()
  const start = useMutation(command('policy/startBid'))
  const save = useMutation(command('policy/saveBid'))
  return (
    <FormBox
      initial={bid ? { ...bid, requested: bid.requested / 100 } : { partners: [] }}
      columns={2}
      save={bid ? '保存' : '开始申报'}
      onCancel={onClose}
      onSave={async (given) => {
        const content = {
          project: project.parse(given.project),
          requested: fenOf(requested.parse(given.requested)),
          partners: partners.parse(given.partners ?? []),
          note: note.parse(given.note ?? null),
        }
        if (bid) await save.mutateAsync({ id: bid.id, content })
        else if (call) await start.mutateAsync({ call, content })
        void known.invalidateQueries()
        say.done(bid ? '已保存' : '已登记，上传申报书后报送')
        onClose()
      }}
    >
      <Field name="project" field={project} />
      <Field name="requested" field={requested} />
      <FieldBox
        name="partners"
        title="联合单位"
        optional
        wide
        check={complain}
        hint="与高校、科研院所或其他企业联合申报的，写明分工"
      >
        <PartnersInput />
      </FieldBox>
      <Field name="note" field={note} />
    </FormBox>
  )
}

const complain = (value: unknown) => {
  const read = partners.safeParse(value ?? [])
  return read.success ? null : '请填写联合单位名称'
}

type Partner = Bid['partners'][number]
const kinds = Object.entries(partnerKinds).map(([value, label]) => ({ value, label }))

function PartnersInput({ value, onChange }: { value?: Partner[]; onChange?: (value: Partner[]) => void }) {
  const rows = value ?? []
  const put = (at: number, change: Partial<Partner>) => onChange?.(rows.map((row, i) => (i === at ? { ...row, ...change } : row)))
  return (
    <div className="stack tight">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are what is typed into them
        <div key={at} className="bid-partner">
          <TextInput
            name="联合单位名称"
            placeholder="名称"
            maxLength={120}
            value={row.name}
            onChange={(name) => put(at, { name: name ?? '' })}
          />
          <ChoiceInput
            name="联合单位类型"
            width={112}
            choices={kinds}
            value={row.kind}
            onChange={(kind) => put(at, { kind: (kind ?? 'university') as Partner['kind'] })} // one of the choices above
          />
          <TextInput
            name="承担的部分"
            placeholder="承担的部分"
            maxLength={300}
            value={row.part}
            onChange={(part) => put(at, { part: part ?? '' })}
          />
          <Act inline onClick={() => onChange?.(rows.filter((_, i) => i !== at))}>
            移除
          </Act>
        </div>
      ))}
      {rows.length < 10 && (
        <div>
          <Act inline onClick={() => onChange?.([...rows, { name: '', kind: 'university', part: '' }])}>
            添加联合单位
          </Act>
        </div>
      )}
    </div>
  )
}

export const Paper = ({ id, onClose }: { id: string; onClose: () => void }) => (
  <SendFile
    title="申报书"
    endings={['.pdf', '.docx', '.doc', '.zip']}
    send={(sent) => upload('policy/attachBid').mutationFn({ id, ...sent })}
    onDone={onClose}
  />
)
