/** Who uses what (使用): every record of the district, filtered in the address (plan task 8). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { ChoiceInput, TextInput, ViewSwitch } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { square } from './acquisition/stage-tag.tsx'
import { TwoFigures } from './acquisition/two-figures.tsx'
import { EnterDialog } from './occupancy/forms.tsx'
import { Stays, viewNamed, views } from './occupancy/panel.tsx'

const size = 50

export default function Occupancies() {
  const keeps = ['office', 'park'].includes(useMe().role)
  const [entering, enter] = useState(false)
  const [search, write] = useSearchParams()
  const page = usePage()
  const { zones } = usePlaces()
  const filter = {
    words: search.get('words') ?? undefined,
    zone: search.get('zone') ?? undefined,
    state: viewNamed(search.get('state')),
  }
  const asked = useQuery({
    ...query('space/occupancies', { ...filter, page, size }),
    placeholderData: (last?: Out<'space/occupancies'>) => last,
  })
  const narrow = (key: string, value: string | null) => {
    const next = new URLSearchParams(search)
    value ? next.set(key, value) : next.delete(key)
    next.delete('page')
    write(next, { replace: true })
  }
  return (
    <PageFrame
      title="使用记录"
      description="单元里实际是谁、用了多少，与合同是否签订无关；以佐证为准。"
      actions={
        keeps && (
          <Act main icon={icons.add} onClick={() => enter(true)}>
            登记使用
          </Act>
        )
      }
    >
      <TwoFigures day={undefined} />
      <Panel flush>
        <search className="record-filter">
          <ViewSwitch name="在用或已退出" choices={views} value={filter.state} onChange={(state) => narrow('state', state)} />
          <div className="record-words">
            <TextInput
              name="使用单位或楼宇"
              placeholder="使用单位或楼宇名称"
              value={filter.words ?? null}
              maxLength={60}
              onChange={(words) => narrow('words', words)}
            />
          </div>
          <ChoiceInput
            name="园城"
            placeholder="全部园城"
            clearable
            width={180}
            choices={zones}
            value={filter.zone ?? null}
            onChange={(zone) => narrow('zone', zone)}
          />
          {asked.data && (
            <span className="quiet" role="status">
              共 {asked.data.total} 条，合计 {square(asked.data.area)} ㎡
            </span>
          )}
        </search>
        <Loaded from={asked} rows={10}>
          {({ rows, total }) => (
            <>
              <Stays
                rows={rows}
                of="all"
                size={size}
                empty={filter.words || filter.zone ? '没有符合条件的使用记录' : '没有使用记录'}
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <EnterDialog open={entering} unit={null} onClose={() => enter(false)} />
    </PageFrame>
  )
}
