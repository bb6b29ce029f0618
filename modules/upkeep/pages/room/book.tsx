/** Booking a room: times of the day that are free are offered, those taken are not. */
import { useMutation } from '@tanstack/react-query'
import { booking } from '#modules/upkeep/model.ts'
import { command } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { DayStrip, hoursIn, type Room } from './strip.tsx'

type DialogOf = { of: Room | null; day: string; onClose: () => void }

export const BookDialog = ({ of, day, onClose }: DialogOf) => (
  <Dialog title={of ? `预订${of.name}（${of.buildingName}）` : ''} open={of !== null} onClose={onClose}>
    {of && <Form of={of} day={day} onClose={onClose} />}
  </Dialog>
)

const { title, people } = booking.shape
const asked = booking.pick({ title: true, people: true })
type Span = { from: string | null; to: string | null }

function Form({ of, day, onClose }: DialogOf & { of: Room }) {
  const say = useSay()
  const book = useMutation(command('upkeep/book'))
  return (
    <Stack>
      <div>
        <p>{dated(day)}</p>
        <DayStrip of={of} />
      </div>
      <FormBox
        initial={{ span: { from: null, to: null }, title: null, people: null }}
        columns={2}
        save="预订"
        onCancel={onClose}
        onSave={async (answers) => {
          const { from, to } = answers.span as { from: string; to: string } // checked by the field
          await book.mutateAsync({ ...asked.parse(answers), room: of.id, day, from, to })
          say.done(`已预订“${of.name}”${day} ${from}—${to}`)
          onClose()
        }}
      >
        <FieldBox name="span" title="时间" wide check={complain}>
          <SpanInput of={of} />
        </FieldBox>
        <Field name="title" field={title} />
        <Field name="people" field={people} hint={`最多 ${of.seats} 人`} />
      </FormBox>
    </Stack>
  )
}

const complain = (value: unknown) => {
  const { from, to } = value as Span
  return from && to ? null : '请选择开始和结束时间'
}

const halfHours = (from: number, to: number) =>
  Array.from(
    { length: Math.round((to - from) * 2) + 1 },
    (_, at) => `${String(Math.floor(from + at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`,
  )
const choicesOf = (times: readonly string[]) => times.map((value) => ({ value, label: value }))

/** A booking ends at the latest where the next begins. */
function SpanInput({ of, value, onChange }: { of: Room; value?: Span; onChange?: (span: Span) => void }) {
  const { from, to } = value ?? { from: null, to: null }
  const taken = of.taken.map((span) => [hoursIn(span.from), hoursIn(span.to)] as const)
  const starts = halfHours(of.opensAt, of.closesAt - 0.5).filter((time) => {
    const hour = hoursIn(time)
    return !taken.some(([begin, end]) => hour >= begin && hour < end)
  })
  const start = from === null ? of.opensAt : hoursIn(from)
  const latest = Math.min(of.closesAt, ...taken.flatMap(([begin]) => (begin > start ? [begin] : [])))
  const ends = halfHours(of.opensAt, latest).filter((time) => hoursIn(time) > start)
  return (
    <div className="row">
      <ChoiceInput
        name="开始时间"
        placeholder="开始"
        width={112}
        choices={choicesOf(starts)}
        value={from}
        onChange={(next) => onChange?.({ from: next, to: next && to && to > next ? to : null })}
      />
      <span>至</span>
      <ChoiceInput
        name="结束时间"
        placeholder="结束"
        width={112}
        disabled={from === null}
        choices={choicesOf(ends)}
        value={to}
        onChange={(next) => onChange?.({ from, to: next })}
      />
    </div>
  )
}
