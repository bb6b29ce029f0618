/** What records of space are about: a building of one's own, a unit of it, an enterprise on file or only a name. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwnPlace } from '#modules/enterprise/pages/choices.ts'
import { query } from '#web/client.ts'
import { type Choice, ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'
import './record.css'

/** Buildings the reader keeps. */
export function useOwnBuildings(): Choice[] {
  const { zone } = useOwnPlace()
  const asked = useQuery({ ...query('space/listBuildings', { ...(zone && { zone }), size: 200 }), staleTime: 60_000 })
  return (asked.data?.rows ?? []).map(({ id, name, zone }) => ({ value: id, label: name, ...(zone && { group: zone }) }))
}

type UnitPick = { value: string | null; onPick: (unit: { id: string; area: number } | null) => void }
/** A unit by its building. */
export function UnitPicker({ value, onPick }: UnitPick) {
  const buildings = useOwnBuildings()
  const [building, choose] = useState<string | null>(null)
  const asked = useQuery({
    ...query('space/listUnits', { building: building ?? undefined, size: 200 }),
    enabled: building !== null,
  })
  const rows = asked.data?.rows ?? []
  return (
    <div className="record-pickers">
      <div>
        <span>楼宇</span>
        <ChoiceInput
          name="楼宇"
          placeholder="请选择楼宇"
          choices={buildings}
          value={building}
          onChange={(id) => {
            choose(id)
            onPick(null)
          }}
        />
      </div>
      <div>
        <span>单元</span>
        <ChoiceInput
          name="单元"
          placeholder={building ? `共 ${rows.length} 个单元` : '请先选择楼宇'}
          choices={rows.map(({ id, name, area }) => ({ value: id, label: `${name}（${area} ㎡）` }))}
          value={value}
          onChange={(id) => onPick(rows.find((unit) => unit.id === id) ?? null)}
        />
      </div>
    </div>
  )
}

export type Whom = { enterprise: string | null; occupant: string | null }
/** Found by its name; who is not on file is recorded by name. */
export function WhomPicker({ of, onChange }: { of: Whom; onChange: (whom: Whom) => void }) {
  const words = of.occupant?.trim() ?? ''
  const asked = useQuery({
    ...query('enterprise/list', { words, size: 20 }),
    enabled: of.enterprise === null && words.length > 1,
  })
  const found = words.length > 1 ? (asked.data?.rows ?? []) : []
  return (
    <div className="record-pickers">
      <div>
        <span>使用单位</span>
        <TextInput
          name="使用单位"
          placeholder="输入名称，已建档的企业会列出"
          value={of.occupant}
          maxLength={120}
          onChange={(occupant) => onChange({ enterprise: null, occupant })}
        />
      </div>
      <div>
        <span>企业档案</span>
        <ChoiceInput
          name="企业档案"
          clearable
          placeholder={found.length ? `找到 ${found.length} 家，请选择` : '未建档的不选'}
          choices={[
            ...(of.enterprise && of.occupant ? [{ value: of.enterprise, label: of.occupant }] : []),
            ...found
              .filter(({ id }) => id !== of.enterprise)
              .map(({ id, name, town }) => ({ value: id, label: `${name}（${town}）` })),
          ]}
          value={of.enterprise}
          onChange={(id) => onChange({ enterprise: id, occupant: found.find((one) => one.id === id)?.name ?? of.occupant })}
        />
      </div>
    </div>
  )
}
