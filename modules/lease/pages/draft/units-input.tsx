/** Rooms of a building chosen for a lease, each with the area let of it. */
import { useQuery } from '@tanstack/react-query'
import { standings } from '#modules/space/model.ts'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { ChoiceInput, NumberInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { squareMetres, storey } from '../words.ts'

export type Room = { unit: string; area?: number | null }
type UnitsOf = { building: string | null; value?: Room[]; onChange?: (rooms: Room[]) => void }

export function UnitsInput({ building, value = [], onChange }: UnitsOf) {
  const asked = useQuery({ ...query('space/listUnits', { building: building ?? '', size: 200 }), enabled: building !== null })
  const rooms = new Map((asked.data?.rows ?? []).map((row) => [row.id, row]))
  const left = [...rooms.values()].filter(({ id }) => !value.some(({ unit }) => unit === id))
  const here = value.filter(({ unit }) => rooms.has(unit))
  if (!building) return <p className="quiet">请先选择楼宇。</p>
  return (
    <Stack tight>
      {here.length > 0 && (
        <ul className="lease-rows">
          {here.map(({ unit, area }) => {
            const room = rooms.get(unit)!
            return (
              <li key={unit}>
                <span className="lease-name">
                  {storey(room.floor)} {room.name}
                  <span className="quiet">（{squareMetres(room.area)}）</span>
                </span>
                <div className="lease-narrow">
                  <NumberInput
                    name={`${room.name} 租赁面积`}
                    unit="㎡"
                    value={area ?? room.area}
                    onChange={(next) => onChange?.(here.map((one) => (one.unit === unit ? { unit, area: next } : one)))}
                  />
                </div>
                <Act inline onClick={() => onChange?.(here.filter((one) => one.unit !== unit))}>
                  移除
                </Act>
              </li>
            )
          })}
        </ul>
      )}
      <ChoiceInput
        name="添加单元"
        placeholder={asked.isPending ? '正在加载单元' : left.length ? '添加单元' : '没有其他单元可选'}
        choices={left.map(({ id, name, floor, area, standing, letTo }) => ({
          value: id,
          label: `${storey(floor)} ${name}（${squareMetres(area)}，${letTo ? `已租至 ${letTo}` : standings[standing]}）`,
        }))}
        value={null}
        onChange={(unit) => unit && onChange?.([...here, { unit, area: rooms.get(unit)!.area }])}
      />
    </Stack>
  )
}
