/** Lines of a lease's terms that come one under the other: another rent from a day on, days free of rent. */
import { Act } from '#web/ui/buttons.tsx'
import { DayInput, NumberInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'

type Lines<T> = { value?: T[]; onChange?: (lines: T[]) => void }
type Step = { from: string | null; rent: number | null }
type Free = { from: string | null; to: string | null }

export const StepsInput = (control: Lines<Step>) => (
  <LinesInput {...control} add="添加租金调整" blank={{ from: null, rent: null }}>
    {(line, change, at) => (
      <>
        <div className="lease-narrow">
          <DayInput
            name={`调整日期 ${at + 1}`}
            placeholder="自哪一天起"
            value={line.from}
            onChange={(from) => change({ ...line, from })}
          />
        </div>
        <div className="lease-narrow">
          <NumberInput name={`调整后租金 ${at + 1}`} unit="元" value={line.rent} onChange={(rent) => change({ ...line, rent })} />
        </div>
      </>
    )}
  </LinesInput>
)

export const FreeInput = (control: Lines<Free>) => (
  <LinesInput {...control} add="添加免租期" blank={{ from: null, to: null }}>
    {(line, change, at) => (
      <>
        <div className="lease-narrow">
          <DayInput
            name={`免租起 ${at + 1}`}
            placeholder="免租起"
            value={line.from}
            onChange={(from) => change({ ...line, from })}
          />
        </div>
        <div className="lease-narrow">
          <DayInput name={`免租止 ${at + 1}`} placeholder="免租止" value={line.to} onChange={(to) => change({ ...line, to })} />
        </div>
      </>
    )}
  </LinesInput>
)

type LinesOf<T> = Lines<T> & {
  add: string
  blank: T
  children: (line: T, change: (next: T) => void, at: number) => React.ReactNode
}
function LinesInput<T>({ value = [], onChange, add, blank, children }: LinesOf<T>) {
  return (
    <Stack tight>
      {value.length > 0 && (
        <ul className="lease-rows">
          {value.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
            <li key={at}>
              {children(line, (next) => onChange?.(value.map((one, other) => (other === at ? next : one))), at)}
              <Act inline onClick={() => onChange?.(value.filter((_, other) => other !== at))}>
                移除
              </Act>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Act inline onClick={() => onChange?.([...value, blank])}>
          {add}
        </Act>
      </div>
    </Stack>
  )
}
