/** The targets of a subject and what does not concern it, typed by the office at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { command } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import type { Subject } from '../words.ts'

export function Targets({ of }: { of: Subject }) {
  const say = useSay()
  const known = useQueryClient()
  const { role } = useMe()
  const [open, turn] = useState(false)
  const save = useMutation(command('appraisal/saveTargets'))
  if (role !== 'office' || !['preparing', 'self', 'verifying'].includes(of.status)) return null
  const items = of.parts.filter(({ kind }) => kind === 'item')
  const preparing = of.status === 'preparing'
  const begin = Object.fromEntries(
    items.flatMap(({ code, target, exempt }) => [
      [`t-${code}`, target],
      [`x-${code}`, exempt],
    ]),
  )
  return (
    <>
      <Act onClick={() => turn(true)}>{preparing ? '目标与不适用' : '不适用指标'}</Act>
      <Dialog title={`${of.name}：目标与不适用指标`} open={open} onClose={() => turn(false)} wide>
        <FormBox
          initial={begin}
          columns={2}
          onCancel={() => turn(false)}
          onSave={async (answers) => {
            const given = (mark: string) =>
              items.flatMap(({ code, targetEach }) => {
                const answer = answers[`${mark}-${code}`]
                return answer === null || answer === undefined || (mark === 't' && !targetEach) ? [] : [[code, answer] as const]
              })
            const exempt = Object.fromEntries(given('x').map(([code, reason]) => [code, String(reason)]))
            const targets = Object.fromEntries(given('t').map(([code, target]) => [code, Number(target)]))
            const { lacking } = await save.mutateAsync({ id: of.id, exempt, ...(preparing && { targets }) })
            void known.invalidateQueries()
            say.done(lacking ? `已保存，还有 ${lacking} 项目标未下达` : '已保存')
            turn(false)
          }}
        >
          {items.map(({ code, title, unit, targetEach }) => [
            <FieldBox key={`t-${code}`} name={`t-${code}`} title={`${title}目标`} optional>
              <NumberInput unit={unit} disabled={!preparing || !targetEach} />
            </FieldBox>,
            <FieldBox key={`x-${code}`} name={`x-${code}`} title={`${title}不适用的原因`} optional>
              <TextInput maxLength={300} />
            </FieldBox>,
          ])}
        </FormBox>
      </Dialog>
    </>
  )
}
