/** The form of a building: put on the ledger, or kept up in parts. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { useDirections, useOwnPlace, usePlaces } from '#modules/enterprise/pages/choices.ts'
import { type Building, building, facilities } from '#modules/space/model.ts'
import { command, type In, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { choicesOf } from '#web/ui/filter/bar.tsx'

/** The fields in the groups they are shown and written in. */
export const groups = {
  identity: {
    title: '基本信息',
    of: building.pick({ name: true, carrier: true, zone: true, town: true, address: true }),
  },
  title: {
    title: '权属与规模',
    of: building.pick({
      ownership: true,
      owner: true,
      certificate: true,
      certificateNumber: true,
      plannedUse: true,
      area: true,
      floorsAbove: true,
      floorsBelow: true,
    }),
  },
  condition: {
    title: '建筑条件',
    of: building.pick({
      structure: true,
      builtIn: true,
      fireClass: true,
      lifts: true,
      goodsLifts: true,
      parking: true,
      power: true,
      network: true,
    }),
  },
  operation: {
    title: '配套与运营',
    of: building.pick({ facilities: true, transport: true, operator: true, team: true, directions: true }),
  },
  source: { title: '数据来源', of: building.pick({ source: true, asOf: true }) },
} as const
export type GroupName = keyof typeof groups

const first = building
  .pick({ name: true, carrier: true, zone: true, town: true, address: true })
  .extend(groups.title.of.shape)
  .extend(groups.source.of.shape)

function useChoices() {
  const { towns, zones } = usePlaces()
  const carriers = useQuery({ ...query('space/listCarriers', {}), staleTime: 60_000 }).data ?? []
  return {
    town: towns,
    zone: zones,
    carrier: carriers.map(({ id, name }) => ({ value: id, label: name })),
    facilities: choicesOf(facilities),
    directions: useDirections(),
  }
}

const hints = {
  name: '全区唯一，企业档案中的“所在楼宇”即用此名。',
  area: '各楼层面积合计不能超过建筑面积。',
  asOf: '上述情况截至哪一天。',
}

/** What else there is to say is written on its page. */
export function BuildingDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const go = useNavigate()
  const say = useSay()
  const today = useFrame()?.today
  const own = useOwnPlace()
  const choices = useChoices()
  const add = useMutation(command('space/addBuilding'))
  return (
    <Dialog title="登记楼宇" open={open} onClose={onClose} wide>
      <RecordForm
        key={own.zone}
        of={first}
        initial={{ ...own, ownership: 'state', certificate: 'certified', floorsBelow: 0, source: '实地踏勘', asOf: today }}
        columns={2}
        choices={choices}
        hints={hints}
        save="登记"
        onCancel={onClose}
        onSave={async (values) => {
          const { id } = await add.mutateAsync({ ...unsaid, ...values })
          say.done(`已登记“${values.name}”，请继续登记楼层和单元`)
          go(`/office/buildings/${id}`)
        }}
      />
    </Dialog>
  )
}

const unsaid = {
  structure: null,
  builtIn: null,
  fireClass: null,
  lifts: null,
  goodsLifts: null,
  parking: null,
  power: null,
  network: null,
  facilities: [],
  transport: null,
  operator: null,
  team: null,
  directions: [],
}

type GroupOf = { of: Building; group: GroupName | null; onClose: () => void }
export function GroupDialog({ of, group, onClose }: GroupOf) {
  return (
    <Dialog title={group ? `更新${groups[group].title}` : ''} open={group !== null} onClose={onClose} wide>
      {group && <GroupForm of={of} group={group} onClose={onClose} />}
    </Dialog>
  )
}

function GroupForm({ of, group, onClose }: { of: Building; group: GroupName; onClose: () => void }) {
  const say = useSay()
  const choices = useChoices()
  const change = useMutation(command('space/changeBuilding'))
  return (
    <RecordForm
      of={groups[group].of as z.ZodObject} // one of several
      initial={of as object} // the fields of the group, as the building has them
      columns={2}
      choices={choices as object}
      hints={hints as object}
      onCancel={onClose}
      onSave={async (values) => {
        await change.mutateAsync({ id: of.id, values: values as In<'space/changeBuilding'>['values'] }) // the server checks each
        say.done('楼宇台账已更新')
        onClose()
      }}
    />
  )
}
