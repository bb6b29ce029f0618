/** Entering a claim on paper: for which firm without an account, of which clause of an open batch. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { command, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'

type Clauses = Out<'claim/openClauses'>

export function EnterPaper() {
  const office = useMe().role === 'office'
  const [open, turn] = useState(false)
  const clauses = useQuery({ ...query('claim/openClauses', {}), enabled: open })
  if (!office) return null
  return (
    <>
      <Act onClick={() => turn(true)}>代录纸质申报</Act>
      <Dialog title="代录纸质申报" open={open} onClose={() => turn(false)}>
        <Loaded from={clauses} rows={4}>
          {(rows) =>
            rows.length ? (
              <PaperForm clauses={rows} onClose={() => turn(false)} />
            ) : (
              <EmptyState title="目前没有开放申报的条款" about="批次开启后，可为没有账户的企业代录纸质申报。" />
            )
          }
        </Loaded>
      </Dialog>
    </>
  )
}

const keyOf = ({ cycle, clause }: Pick<Clauses[number], 'cycle' | 'clause'>) => `${cycle} ${clause}`

function PaperForm({ clauses, onClose }: { clauses: Clauses; onClose: () => void }) {
  const go = useNavigate()
  const start = useMutation(command('claim/startOnPaper'))
  return (
    <Stack>
      <p className="quiet">仅限没有账户的企业；填报、材料和审核要求与企业自行申报相同，企业认领档案后由企业自行办理。</p>
      <FormBox
        save="开始代录"
        onCancel={onClose}
        onSave={async (given) => {
          const { enterprise, clause } = given as { enterprise: string; clause: string } // checked by the fields below
          const { cycle, clause: code } = clauses.find((one) => keyOf(one) === clause)!
          const { id } = await start.mutateAsync({ enterprise, cycle, clause: code })
          onClose()
          void go(`/office/claims/${id}`)
        }}
      >
        <FieldBox name="enterprise" title="企业" check={(id) => (id ? null : '请查找并选择企业')}>
          <FirmInput />
        </FieldBox>
        <FieldBox name="clause" title="批次与条款" check={(chosen) => (chosen ? null : '请选择批次与条款')}>
          <ChoiceInput
            name="批次与条款"
            placeholder="请选择"
            choices={clauses.map((one) => ({
              value: keyOf(one),
              label: `${one.title}（${one.article}）`,
              group: one.cycleTitle,
            }))}
          />
        </FieldBox>
      </FormBox>
    </Stack>
  )
}

type FirmOf = { id?: string; value?: string | null; onChange?: (id: string | null) => void }
/** On file, found by its name or code. */
function FirmInput({ id, value, onChange }: FirmOf) {
  const [words, write] = useState('')
  const looked = words.trim()
  const asked = useQuery({ ...query('enterprise/list', { words: looked, size: 20 }), enabled: looked.length > 1 })
  const found = looked.length > 1 ? (asked.data?.rows ?? []) : []
  return (
    <Stack tight>
      <TextInput
        id={id}
        name="查找企业"
        placeholder="输入企业名称或统一社会信用代码"
        maxLength={60}
        value={words}
        onChange={(next) => {
          write(next ?? '')
          onChange?.(null)
        }}
      />
      <ChoiceInput
        name="企业"
        placeholder={
          looked.length < 2 ? '先输入至少两个字' : found.length ? `找到 ${found.length} 家，请选择` : '没有找到，请核对名称'
        }
        choices={found.map((one) => ({ value: one.id, label: `${one.name}（${one.creditCode}）` }))}
        value={value}
        onChange={onChange}
      />
    </Stack>
  )
}
