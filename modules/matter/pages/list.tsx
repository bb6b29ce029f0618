/** Matters under supervision: red ones first, mine or all; raised by the office and leaders, asked for by units (safeguards one and two). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { download, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { columns } from './columns.tsx'
import { FilterBar, useFilter } from './filter.tsx'
import { Raise } from './raise.tsx'
import './matter.css'

const size = 50

export default function Matters() {
  const { role } = useMe()
  const say = useSay()
  const { filter } = useFilter()
  const page = usePage()
  const asked = useQuery({
    ...query('matter/list', { ...filter, page, size }),
    placeholderData: (before: Out<'matter/list'> | undefined) => before,
  })
  const save = useMutation({ ...download('matter/exportList'), onError: say.failed })
  return (
    <PageFrame
      title="督办事项"
      description="会议议定、领导批示、求助和协调事项一件一档；按工作日计时，逾期未办结的逐级升级。"
      actions={
        <>
          <GoTo to="/office/cards">黄红牌</GoTo>
          <GoTo to="/office/matter-rules">督办规则</GoTo>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
          {role !== 'statistician' && <Raise />}
        </>
      }
    >
      <Counts />
      <Panel flush>
        <FilterBar total={asked.data?.total} />
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="督办事项"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/matters/${id}`}
                pageSize={size}
                empty={<Nothing />}
              />
              {total > size && <Pager size={size} total={total} />}
            </>
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

function Counts() {
  const asked = useQuery(query('matter/summary', {}))
  return (
    <Panel>
      <Loaded from={asked} rows={2}>
        {({ open, mine, late, climbed, states }) => (
          <Tiles width={150}>
            <Figure label="在办" value={open} unit="件" to="/office/matters" />
            <Figure label="待我办理" value={mine} unit="件" to="/office/matters?mine=1" />
            <Figure label="已逾期" value={late} unit="件" to="/office/matters?late=1" />
            <Figure label="已升级" value={climbed} unit="件" to="/office/matters" />
            <Figure label="待核实" value={states.answered ?? 0} unit="件" to="/office/matters?state=answered" />
            <Figure label="已办结" value={states.closed ?? 0} unit="件" to="/office/matters?state=closed" />
          </Tiles>
        )}
      </Loaded>
    </Panel>
  )
}

function Nothing() {
  const { narrowed, clear } = useFilter()
  return narrowed ? (
    <EmptyState title="没有符合条件的督办事项" actions={<Act onClick={clear}>清除筛选</Act>} />
  ) : (
    <EmptyState title="目前没有在办的督办事项" about="会议议定、领导批示和单位提出的求助、协调事项，列在这里。" />
  )
}
