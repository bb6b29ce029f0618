/** What is on the ledger about a building, group by group, each kept up by itself. */
import { type ReactNode, useState } from 'react'
import { certificates, datums, facilities, fireClasses, ownerships, precisions, structures } from '#modules/space/model.ts'
import { metaOf } from '#platform/fields.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Facts, Halves, Panel, Stack } from '#web/ui/frame/page.tsx'
import { GroupDialog, type GroupName, groups } from './building-form.tsx'
import type { WholeBuilding } from './whole.ts'

export function BuildingFacts({ of, onPin }: { of: WholeBuilding; onPin: () => void }) {
  const [group, change] = useState<GroupName | null>(null)
  const panel = (name: GroupName) => (
    <Panel
      title={groups[name].title}
      actions={
        of.keeps && (
          <Act inline onClick={() => change(name)}>
            更新
          </Act>
        )
      }
    >
      <Facts
        of={Object.entries(groups[name].of.shape).map(([key, field]) => ({
          title: metaOf(field).title ?? key,
          value: shownOf(of, key, metaOf(field).unit),
          wide: ['address', 'network', 'transport', 'facilities', 'directions'].includes(key),
        }))}
      />
    </Panel>
  )
  return (
    <>
      <Halves>
        <Stack>
          {panel('identity')}
          {panel('title')}
          {panel('source')}
        </Stack>
        <Stack>
          {panel('condition')}
          {panel('operation')}
          <Place of={of} onPin={onPin} />
        </Stack>
      </Halves>
      <GroupDialog of={of.building} group={group} onClose={() => change(null)} />
    </>
  )
}

const Place = ({ of: { building, keeps }, onPin }: { of: WholeBuilding; onPin: () => void }) => (
  <Panel
    title="位置与楼长"
    actions={
      keeps && (
        <Act inline onClick={onPin}>
          {building.longitude === null ? '标注位置' : '更改位置'}
        </Act>
      )
    }
  >
    <Facts
      of={[
        {
          title: '坐标（WGS-84）',
          value: building.longitude !== null && `${building.longitude.toFixed(6)}，${building.latitude?.toFixed(6)}`,
        },
        { title: '标注时坐标系', value: building.datum && datums[building.datum] },
        { title: '位置精度', value: building.precision && precisions[building.precision] },
        { title: '标注人', value: building.pinnedBy },
        { title: '楼长', value: building.keeperName },
        { title: '楼长电话', value: building.keeperPhone },
        { title: '最近确认', value: building.confirmedOn ?? '尚未确认' },
      ].map((fact) => (fact.value === false ? { ...fact, value: null } : fact))}
    />
  </Panel>
)

const words: Record<string, Record<string, string>> = {
  ownership: ownerships,
  certificate: certificates,
  structure: structures,
  fireClass: fireClasses,
}

function shownOf({ building, names }: WholeBuilding, key: string, unit: string | undefined): ReactNode {
  if (key === 'carrier' || key === 'zone' || key === 'town') return names[key]
  if (key === 'facilities') return building.facilities.map((one) => facilities[one]).join('、')
  const value = building[key as keyof typeof building]
  if (value === null) return null
  if (Array.isArray(value)) return value.join('、')
  if (words[key]) return words[key][String(value)]
  if (typeof value !== 'number') return String(value)
  return key === 'builtIn' ? `${value} 年` : `${value.toLocaleString('zh-CN')} ${unit ?? ''}`
}
