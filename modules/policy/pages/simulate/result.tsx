/** Both sides next to one another: what it costs by line and month, whom it reaches, who gains and who loses. */
import { useState } from 'react'
import { potNames } from '#engines/policy/policy.ts'
import { inTenThousands } from '#engines/policy/wording.ts'
import type { Out } from '#web/client.ts'
import { yuan, yuanOf } from '#web/money.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog, Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Chart } from '#web/ui/figure/chart.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Panel, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { BothSides } from './firm.tsx'

type Outcome = Out<'policy/simulate'>
type Side = { base: { firms: number; amount: number }; changed: { firms: number; amount: number } }
export type Input = { version: string; year: number; changes: { id: string; to: string }[] }

type Props = { of: Outcome; input: Input; firms: boolean; waiting: boolean }
export function Result({ of, input, firms, waiting }: Props) {
  const { whole, perJob, perMetre } = of
  return (
    <Stack>
      <div className={waiting ? 'simulated simulated-waiting' : 'simulated'} aria-busy={waiting}>
        <Tiles width={180}>
          <Figure
            label="全年资金"
            value={whole.changed.amount / 1_000_000}
            unit="万元"
            note={compared(whole.base.amount, whole.changed.amount)}
          />
          <Figure
            label="受益企业"
            value={whole.changed.firms}
            unit="家"
            note={`现行 ${whole.base.firms} 家，共 ${of.firms} 家`}
          />
          <Figure label="每新增 1 人" value={yuanOf(perJob.changed)} unit="元/人" note={`现行 ${each(perJob.base)}`} />
          <Figure label="每租用 1 ㎡" value={yuanOf(perMetre.changed)} unit="元/㎡" note={`现行 ${each(perMetre.base)}`} />
          <Figure label="增加 / 减少" value={of.gaining} unit="家" note={`减少 ${of.losing} 家`} />
        </Tiles>
      </div>
      <Notice>
        数据截至 {of.day}。每年享受的条款按 12 月支付，每月享受的按月支付，其余按季度支付；一事一议和待核实的不计入。
        {!firms && '不足 3 家的分组已合并，不列示单个企业。'}
      </Notice>
      <PageTabs
        of={[
          {
            key: 'clauses',
            title: '按条款',
            content: (
              <Sides name="条款" rows={of.clauses.map(({ code, title, ...side }) => ({ key: code, name: title, ...side }))} />
            ),
          },
          { key: 'lines', title: '按资金', content: <Lines of={of} /> },
          { key: 'groups', title: '按规模、园城、行业', content: <Groups of={of} /> },
          ...(firms
            ? [{ key: 'firms', title: `受影响企业（${of.gaining + of.losing}）`, content: <Firms of={of} input={input} /> }]
            : []),
        ]}
      />
    </Stack>
  )
}

const each = (fen: number | null) => (fen === null ? '—' : `${yuan(fen)} 元`)
/** Sums of the page are in 万元, said once above each column. */
const signed = (fen: number) => (fen === 0 ? '不变' : `${fen > 0 ? '+' : '−'}${inTenThousands(Math.abs(fen))}`)
const compared = (base: number, changed: number) => `现行 ${inTenThousands(base)} 万元，${told(changed - base)}`
const told = (fen: number) => (fen === 0 ? '不变' : `${fen > 0 ? '增加' : '减少'} ${inTenThousands(Math.abs(fen))} 万元`)

type SideRow = Side & { key: string; name: string; all?: number }
function Sides({ name, rows }: { name: string; rows: SideRow[] }) {
  const columns: Column<SideRow>[] = [
    { key: 'name', title: name, show: ({ name }) => name, sort: ({ name }) => name },
    ...(rows.some(({ all }) => all !== undefined)
      ? [{ key: 'all', title: '企业', number: true, show: ({ all }: SideRow) => all ?? '—', sort: ({ all }: SideRow) => all }]
      : []),
    { key: 'firms', title: '现行受益', number: true, show: ({ base }) => base.firms, sort: ({ base }) => base.firms },
    {
      key: 'firms2',
      title: '调整后受益',
      number: true,
      show: ({ changed }) => changed.firms,
      sort: ({ changed }) => changed.firms,
    },
    {
      key: 'base',
      title: '现行（万元）',
      number: true,
      show: ({ base }) => inTenThousands(base.amount),
      sort: ({ base }) => base.amount,
    },
    {
      key: 'changed',
      title: '调整后（万元）',
      number: true,
      show: ({ changed }) => inTenThousands(changed.amount),
      sort: ({ changed }) => changed.amount,
    },
    {
      key: 'more',
      title: '增减（万元）',
      number: true,
      show: ({ base, changed }) => signed(changed.amount - base.amount),
      sort: ({ base, changed }) => changed.amount - base.amount,
    },
  ]
  return (
    <Panel flush>
      <DataTable name={name} rows={rows} rowKey={({ key }) => key} columns={columns} />
    </Panel>
  )
}

function Lines({ of: { lines, months } }: { of: Outcome }) {
  return (
    <Stack>
      <Sides name="资金" rows={lines.map(({ line, ...side }) => ({ key: line, name: potNames[line], ...side }))} />
      <Panel title="按月支付">
        <Chart
          label="现行和调整后每月支付的金额"
          height={240}
          draw={({ main, quiet }) => ({
            grid: { left: 64, right: 16, top: 32, bottom: 28 },
            legend: { top: 0, right: 0 },
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'category', data: months.map(({ month }) => `${Number(month.slice(5))}月`) },
            yAxis: { type: 'value', name: '万元' },
            series: [
              { type: 'bar', name: '现行', color: quiet, data: months.map(({ base }) => base / 1_000_000) },
              { type: 'bar', name: '调整后', color: main, data: months.map(({ changed }) => changed / 1_000_000) },
            ],
          })}
        />
      </Panel>
    </Stack>
  )
}

const Groups = ({ of: { sizes, zones, industries } }: { of: Outcome }) => (
  <Stack>
    {(
      [
        ['企业规模', sizes],
        ['园城', zones],
        ['行业', industries],
      ] as const
    ).map(([name, groups]) => (
      <Sides key={name} name={name} rows={groups.map((one) => ({ key: one.name, ...one }))} />
    ))}
  </Stack>
)

function Firms({ of: { winners, losers }, input }: { of: Outcome; input: Input }) {
  const [opened, open] = useState<string | null>(null)
  const rows = [...losers, ...winners]
  return (
    <Panel flush>
      <DataTable
        name="受影响企业"
        rows={rows}
        rowKey={({ id }) => id}
        find={({ name }) => name}
        empty="调整没有改变任何企业的结果"
        columns={[
          {
            key: 'name',
            title: '企业',
            show: ({ id, name }) => (
              <Act inline onClick={() => open(id)}>
                {name}
              </Act>
            ),
            sort: ({ name }) => name,
          },
          {
            key: 'base',
            title: '现行（万元）',
            number: true,
            show: ({ base }) => inTenThousands(base),
            sort: ({ base }) => base,
          },
          {
            key: 'changed',
            title: '调整后（万元）',
            number: true,
            show: ({ changed }) => inTenThousands(changed),
            sort: ({ changed }) => changed,
          },
          {
            key: 'more',
            title: '增减（万元）',
            number: true,
            show: ({ base, changed }) => signed(changed - base),
            sort: ({ base, changed }) => changed - base,
          },
        ]}
      />
      <Dialog title="现行与调整后对照" wide open={opened !== null} onClose={() => open(null)}>
        {opened && <BothSides input={{ ...input, enterprise: opened }} />}
      </Dialog>
    </Panel>
  )
}
