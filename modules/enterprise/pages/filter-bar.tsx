/** The filters of the list of enterprises. */
import { statuses, titles } from '#modules/enterprise/model.ts'
import { FilterBar as Bar, choicesOf, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { DayInput } from '#web/ui/form/inputs.tsx'
import { divisionChoices, useDirections, usePlaces } from './choices.ts'
import { orders, useFilter } from './filter.ts'

const presences = { left: '已离区', all: '在区和离区' }

export function FilterBar({ total }: { total?: number }) {
  const { address: of } = useFilter()
  const { towns, zones } = usePlaces()
  const directions = useDirections()
  return (
    <Bar of={of} words="名称或信用代码" orders={orders} told={total === undefined ? '' : `共 ${total} 家`}>
      <Pick of={of} name="town" title="镇街" choices={towns} />
      <Pick of={of} name="zone" title="园城" choices={zones} width={160} />
      <Pick of={of} name="industry" title="行业大类" choices={divisionChoices} width={176} />
      <Pick of={of} name="direction" title="重点方向" choices={directions} width={160} />
      <Pick of={of} name="title" title="资质称号" choices={choicesOf(titles)} width={176} />
      <Pick of={of} name="status" title="登记状态" choices={choicesOf(statuses)} width={112} />
      <Pick of={of} name="presence" title="仅在区" choices={choicesOf(presences)} width={128} />
      <div className="enterprise-since">
        <DayInput
          name="落户不早于"
          placeholder="落户不早于"
          value={of.given('newSince')}
          onChange={(value) => of.choose('newSince', value)}
        />
      </div>
      <Tick of={of} name="stale" title="超期未确认" />
      <Tick of={of} name="unclaimed" title="未认领" />
    </Bar>
  )
}
