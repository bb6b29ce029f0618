/** One unit becomes several: their areas must be its own, to the hundredth. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { command, Refusal } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { DayInput, NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { icons } from '#web/ui/icons.tsx'
import type { StandingUnit } from '../ledger/whole.ts'
import { squares } from '../ledger/words.ts'

type Part = { name: string | null; area: number | null; netArea: number | null }
const empty: Part = { name: null, area: null, netArea: null }
const hundredths = (area: number | null) => Math.round((area ?? 0) * 100)

export function SplitDialog({ of, open, onClose }: { of: StandingUnit; open: boolean; onClose: () => void }) {
  return (
    <Dialog title={`拆分单元 ${of.name}`} open={open} onClose={onClose} wide>
      <Form of={of} onClose={onClose} />
    </Dialog>
  )
}

function Form({ of, onClose }: { of: StandingUnit; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today ?? null
  const [on, choose] = useState(today)
  const [parts, write] = useState<Part[]>([
    { ...empty, name: `${of.name}A` },
    { ...empty, name: `${of.name}B` },
  ])
  const split = useMutation(command('space/splitUnit'))
  const left = (hundredths(of.area) - parts.reduce((sum, { area }) => sum + hundredths(area), 0)) / 100
  const whole = parts.every(({ name, area }) => name && area) && left === 0 && on
  const change = (at: number, part: Partial<Part>) => write(parts.map((one, i) => (i === at ? { ...one, ...part } : one)))
  const send = async () => {
    await split.mutateAsync({
      id: of.id,
      on: on!,
      parts: parts.map(({ name, area, netArea }) => ({ name: name!, area: area!, netArea })),
    })
    say.done(`已拆成 ${parts.length} 个单元`)
    onClose()
  }
  return (
    <Stack>
      <p>
        原单元建筑面积 {squares(of.area)}
        ，自拆分之日起停用，历史保留；租金、用途等沿用原单元，对外推介须重新办理，与其他单元的相邻关系请重新登记。
      </p>
      <div>
        拆分日期
        <DayInput name="拆分日期" value={on} onChange={choose} />
      </div>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are known by their place alone
        <div className="space-parts" key={at}>
          <TextInput
            name={`第 ${at + 1} 个单元号`}
            placeholder="单元号"
            value={part.name}
            onChange={(name) => change(at, { name })}
          />
          <NumberInput
            name={`第 ${at + 1} 个建筑面积`}
            placeholder="建筑面积"
            unit="㎡"
            value={part.area}
            onChange={(area) => change(at, { area })}
          />
          <NumberInput
            name={`第 ${at + 1} 个使用面积`}
            placeholder="使用面积（选填）"
            unit="㎡"
            value={part.netArea}
            onChange={(netArea) => change(at, { netArea })}
          />
          <Act
            inline
            disabled={parts.length <= 2}
            name={`去掉第 ${at + 1} 个`}
            onClick={() => write(parts.filter((_, i) => i !== at))}
          >
            去掉
          </Act>
        </div>
      ))}
      <Row>
        <Act icon={icons.add} disabled={parts.length >= 50} onClick={() => write([...parts, empty])}>
          再加一个
        </Act>
        <span role="status" className="number">
          {left === 0 ? '面积合计与原单元一致' : left > 0 ? `还有 ${squares(left)} 未分配` : `多出 ${squares(-left)}`}
        </span>
      </Row>
      {split.isError && (
        <Notice tone="error">{split.error instanceof Refusal ? split.error.message : '没有拆分成功，请稍后再试'}</Notice>
      )}
      <Row>
        <Act main disabled={!whole} busy={split.isPending} onClick={() => send().catch(() => {})}>
          拆分
        </Act>
        <Act onClick={onClose}>取消</Act>
      </Row>
    </Stack>
  )
}
