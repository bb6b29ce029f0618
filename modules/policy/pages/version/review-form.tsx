/** The fair-competition review of a draft: four standards, a conclusion, what an exception rests on, and the form that was signed. */
import { useState } from 'react'
import { fairReview, reviewItems } from '#modules/policy/model.ts'
import { Field } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { TextInput, ViewSwitch } from '#web/ui/form/inputs.tsx'

type Item = keyof typeof reviewItems
const items = Object.keys(reviewItems) as Item[]
const answers = [
  { value: 'yes', label: '符合' },
  { value: 'no', label: '不符合' },
]
const { opinion, basis, reviewedOn, unit } = fairReview.shape

export function ReviewForm({ version, onClose }: { version: string; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const [paper, keep] = useState<File | null>(null)
  const record = usePapered('policy/recordReview')
  return (
    <FormBox
      initial={{ reviewedOn: today, opinion: null, ...Object.fromEntries(items.map((item) => [item, 'yes'])) }}
      columns={2}
      save="登记"
      onCancel={onClose}
      onSave={async (given) => {
        const review = {
          version,
          opinion: opinion.parse(given.opinion),
          items: items.map((item) => ({ item, holds: given[item] === 'yes', note: String(given[`${item}-note`] ?? '') })),
          basis: basis.parse(given.basis ?? null),
          reviewedOn: reviewedOn.parse(given.reviewedOn),
          unit: unit.parse(given.unit),
        }
        await record(review, paper)
        say.done('已登记审查')
        onClose()
      }}
    >
      {items.flatMap((item) => [
        <FieldBox key={item} name={item} title={reviewItems[item]}>
          <ViewSwitch name={reviewItems[item]} choices={answers} />
        </FieldBox>,
        <FieldBox key={`${item}-note`} name={`${item}-note`} title="情形说明" optional>
          <TextInput maxLength={500} placeholder="不符合的，写明情形" />
        </FieldBox>,
      ])}
      <Field name="opinion" field={opinion} />
      <Field name="unit" field={unit} />
      <Field name="reviewedOn" field={reviewedOn} />
      <Field name="basis" field={basis} hint="适用例外规定的，写明依据的条款和实施期限" />
      <div className="wide">
        <PaperDrop title="审查表（可不提供）" file={paper} onFile={keep} />
      </div>
    </FormBox>
  )
}
