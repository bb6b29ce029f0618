/** The whole matrix on one screen: tasks × units × months, with lights and their reasons; a cell opens its reports. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type LightName, lights } from '#modules/work/model.ts'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { CellLegend } from '#web/ui/figure/cell.tsx'
import { CheckInput, ChoiceInput, ViewSwitch } from '#web/ui/form/inputs.tsx'
import { useNarrow } from '#web/ui/frame/narrow.ts'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import type { Board } from './detail.ts'
import { Breakdown } from './matrix/breakdown.tsx'
import { LightCounts, lightOrder } from './matrix/light-counts.tsx'
import { MatrixTable } from './matrix/matrix-table.tsx'
import { MonthSheet } from './matrix/month-sheet.tsx'
import { TaskStrips } from './matrix/task-strips.tsx'

export default function Matrix() {
  const board = useQuery(query('work/board', {}))
  return (
    <PageFrame
      title="任务矩阵"
      description="逐月的进展报送情况。灯色按节点和报送情况计算，点灯色看原因，点格看进展。"
      actions={board.data && <Breakdown />}
    >
      <Loaded from={board} rows={12}>
        {(found) => (found ? <Whole board={found} /> : <NoPlan />)}
      </Loaded>
    </PageFrame>
  )
}

export const NoPlan = () => (
  <Panel>
    <EmptyState
      title="尚无已发布的方案"
      about="方案发布后，任务、责任单位和填报月份会在这里列出。"
      actions={<GoTo to="/office/plan">查看方案</GoTo>}
    />
  </Panel>
)

function Whole({ board }: { board: Board }) {
  const me = useMe()
  const narrow = useNarrow()
  const [search, write] = useSearchParams()
  const asked = (name: string) => search.get(name)
  const turn = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name)
    write(next, { replace: true })
  }
  const years = yearsOf(board)
  const year = asked('year') ?? years.find((one) => board.today.startsWith(one)) ?? years.at(-1)!
  const org = asked('mine') === '1' ? (me.org?.id ?? null) : asked('org')
  const light = asked('light')
  // Every light keeps its count, so that one can go from one light to the next.
  const ofAnyLight = useMemo(() => chosenOf(board, org, search.get('group')), [board, search, org])
  const tasks = light ? ofAnyLight.filter((task) => task.light === light) : ofAnyLight
  const open = { task: asked('task'), month: asked('month'), org: asked('of') }
  const show = (task: string, month: string, of: string | null) => turn({ task, month, of })
  const units = useMemo(() => unitsOf(board), [board])
  const filtered = ['light', 'org', 'group', 'mine'].some((name) => search.get(name))
  return (
    <>
      <div className="matrix-tools">
        <ViewSwitch
          name="年份"
          value={year}
          choices={years.map((value) => ({ value, label: `${value}年` }))}
          onChange={(value) => turn({ year: value })}
        />
        <ChoiceInput
          name="灯色"
          placeholder="全部灯色"
          width={120}
          clearable
          value={light}
          choices={lightOrder.map((value) => ({ value, label: lights[value] }))}
          onChange={(value) => turn({ light: value })}
        />
        <ChoiceInput
          name="责任单位"
          placeholder="全部单位"
          width={180}
          clearable
          value={asked('org')}
          choices={units}
          onChange={(value) => turn({ org: value, mine: null })}
        />
        <ChoiceInput
          name="任务类别"
          placeholder="全部类别"
          width={200}
          clearable
          value={asked('group')}
          choices={groupsOf(board)}
          onChange={(value) => turn({ group: value })}
        />
        {me.org && units.some(({ value }) => value === me.org?.id) && (
          <CheckInput
            label="与本单位有关"
            value={asked('mine') === '1'}
            onChange={(on) => turn({ mine: on ? '1' : null, org: null })}
          />
        )}
      </div>
      <div className="matrix-tools">
        <LightCounts of={ofAnyLight.map((task) => task.light)} chosen={light} to={(light) => `?${withLight(search, light)}`} />
        <span className="quiet matrix-count" role="status">
          {filtered ? `符合条件的任务 ${tasks.length} 项，共 ${board.tasks.length} 项` : `共 ${board.tasks.length} 项任务`}
        </span>
      </div>
      {tasks.length === 0 ? (
        <Panel>
          <EmptyState title="没有符合条件的任务" about="请放宽上面的条件再看。" />
        </Panel>
      ) : narrow ? (
        <TaskStrips tasks={tasks} months={board.months} year={year} onOpen={show} />
      ) : (
        <MatrixTable tasks={tasks} months={board.months} year={year} org={org} today={board.today} onOpen={show} />
      )}
      <CellLegend />
      {open.task && open.month && (
        <MonthSheet
          task={open.task}
          month={open.month}
          org={open.org}
          onClose={() => turn({ task: null, month: null, of: null })}
        />
      )}
    </>
  )
}

/** Years of the plan that have a month to report. */
const yearsOf = ({ months }: Board) => [...new Set(months.map((month) => month.slice(0, 4)))]

const chosenOf = ({ tasks }: Board, org: string | null, group: string | null) =>
  tasks.filter((task) => (!group || task.group === group) && (!org || task.units.some((unit) => unit.org === org)))

function unitsOf({ tasks }: Board) {
  const names = new Map(tasks.flatMap(({ units }) => units.map(({ org, name }) => [org, name] as const)))
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))
}

const groupsOf = ({ tasks }: Board) =>
  [...new Set(tasks.flatMap(({ group }) => group ?? []))].map((group) => ({ value: group, label: group }))

function withLight(search: URLSearchParams, light: LightName): string {
  const next = new URLSearchParams(search)
  next.get('light') === light ? next.delete('light') : next.set('light', light)
  return next.toString()
}
