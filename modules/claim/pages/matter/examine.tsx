/** What the unit that examines fills in; saving reads the ledgers again, so that what was put right there counts. */
import { useMutation } from '@tanstack/react-query'
import { command } from '#web/client.ts'
import { useSay } from '#web/ui/buttons.tsx'
import { FormBox } from '#web/ui/form/form-box.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import type { Whole } from '../words.ts'
import { FactField, kept, written } from './fact-field.tsx'

export function Examine({ of: { claim, facts }, onClose }: { of: Whole; onClose: () => void }) {
  const say = useSay()
  const examine = useMutation(command('claim/examine'))
  const asked = facts.filter(({ from }) => from === 'examine' || from === 'upper')
  return (
    <Stack>
      <p className="quiet">
        {asked.length > 0
          ? '填写核定的数据；保存时同时按台账最新数据重新测算。'
          : '该条款没有须核定的数据，可按台账最新数据重新测算。'}
      </p>
      <FormBox
        initial={Object.fromEntries(asked.map((fact) => [fact.title, written(fact)]))}
        save={asked.length > 0 ? '保存并测算' : '重新测算'}
        onCancel={onClose}
        onSave={async (answers) => {
          const values = Object.fromEntries(asked.map((fact) => [fact.title, kept(fact, answers[fact.title])]))
          const { sentence } = await examine.mutateAsync({ id: claim.id, values })
          say.done(sentence)
          onClose()
        }}
      >
        {asked.map((fact) => (
          <FactField key={fact.title} of={fact} optional />
        ))}
      </FormBox>
    </Stack>
  )
}
