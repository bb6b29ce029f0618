/** The figure in large print, how it came about with its numbers, and what is counted. */
import { forms, periods } from '#engines/indicator/definition.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { dated } from '#web/ui/figure/number.ts'
import { Facts, Panel } from '#web/ui/frame/page.tsx'
import { type Opened, partsOf } from '../words.ts'

export function Head({ of: { definition, figure, formula, ledger, day, asOf, versions } }: { of: Opened }) {
  const { name, meaning, period, form, keeper, version, since } = definition
  const { value, month } = figure
  const shown = value === null ? null : partsOf(definition, value)
  const newest = versions[0]?.version
  return (
    <Panel title={month ? `截至${monthWord(month)}` : `截至${dated(day)}`}>
      <div className="stack">
        {shown ? (
          <div className="opened-figure number">
            <span className="visually-hidden">{name}：</span>
            {shown.figure}
            <small>{shown.unit}</small>
          </div>
        ) : (
          <div className="opened-none quiet">暂无数值</div>
        )}
        <div className="opened-formula number">{formula}</div>
        <Facts
          of={[
            { title: '口径', value: meaning, wide: true },
            {
              title: '版本',
              value: `第 ${version} 版，自${dated(since)}起生效${newest && newest > version ? `（现已有第 ${newest} 版）` : ''}`,
              wide: true,
            },
            { title: '算法', value: `${periods[period]}，${forms[form]}` },
            { title: '取数台账', value: ledger },
            { title: '责任单位', value: keeper },
            ...(asOf < day ? [{ title: '数据更新', value: `至${dated(asOf)}，此后审核的报表按月计入`, wide: true }] : []),
          ]}
        />
      </div>
    </Panel>
  )
}
