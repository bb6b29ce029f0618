/** The yearly path of a target: a figure for each year before the last, where one is wanted. */
import { useMutation } from '@tanstack/react-query'
import { command } from '#web/client.ts'
import { usePlanInForce } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { FigureInput } from '#web/ui/form/quantity-input.tsx'
import { aimOf, type TargetDetail, unitOf } from './words.ts'

export function PathForm({ of: { target, waypoints }, onClose }: { of: TargetDetail; onClose: () => void }) {
  const say = useSay()
  const plan = usePlanInForce()
  const plot = useMutation(command('target/plot'))
  const last = target.year ?? plan?.to ?? 0
  const years = Array.from({ length: Math.max(0, last - (plan?.from ?? last)) }, (_, i) => plan!.from + i)
  const unit = unitOf(target)
  const save = async (answers: Answers) => {
    const wanted = years.flatMap((year) => {
      const value = answers[String(year)]
      return typeof value === 'number' ? [{ year, value }] : []
    })
    await plot.mutateAsync({ target: target.key, waypoints: wanted })
    onClose()
    say.done(wanted.length ? `已设定 ${wanted.length} 个年度目标` : '已取消年度目标，按直线推算')
  }
  if (years.length === 0) return <p>该目标在方案首年完成，无须分年设定。</p>
  return (
    <FormBox
      initial={Object.fromEntries(waypoints.map(({ year, value }) => [String(year), value]))}
      onSave={save}
      onCancel={onClose}
    >
      <p className="quiet" style={{ marginBottom: 16 }}>
        最终目标：{aimOf(target)}。留空的年份按前后两年的直线推算。
      </p>
      {years.map((year) => (
        <FieldBox key={year} name={String(year)} title={`${year}年末${unit ? `（${unit}）` : ''}`} optional check={checkFigure}>
          <FigureInput unit={unit} />
        </FieldBox>
      ))}
    </FormBox>
  )
}

const checkFigure = (value: unknown) =>
  typeof value === 'number' && Number.isNaN(value) ? '数值无法识别，请按“13.2万”“30%”的形式填写' : null
