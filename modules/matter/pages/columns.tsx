/** What a list of matters tells of each: what, where it stands, whose it is, where it came from. */
import { levels, origins } from '#modules/matter/model.ts'
import { Light } from '#web/ui/figure/light.tsx'
import type { Column } from '#web/ui/table.tsx'
import { TimeLeft } from './time-left.tsx'
import { type Line, lightWords } from './words.ts'

export const columns: Column<Line>[] = [
  {
    key: 'title',
    title: '事项',
    wrap: 16,
    show: ({ title, number, origin }) => (
      <>
        {title}
        <div className="quiet matter-small">
          <span className="number">{number}</span> {origins[origin]}
        </div>
      </>
    ),
  },
  { key: 'light', title: '灯色', show: ({ light }) => <Light is={light} words={lightWords} /> },
  { key: 'left', title: '时限', show: (line) => <TimeLeft of={line} /> },
  { key: 'owner', title: '责任单位', wrap: 7, show: ({ ownerName }) => ownerName },
  {
    key: 'holder',
    title: '办理层级',
    wrap: 8,
    show: ({ level, holderName, ownerName }) => (
      <>
        {levels[level]}
        {holderName !== ownerName && <div className="quiet matter-small">{holderName}</div>}
      </>
    ),
  },
  { key: 'task', title: '重点任务', wrap: 12, show: ({ taskTitle }) => taskTitle ?? '—' },
  {
    key: 'days',
    title: '交办与办结',
    show: ({ startsOn, closedOn }) => (
      <span className="number">
        {startsOn}
        {closedOn && <div className="quiet matter-small">{closedOn}</div>}
      </span>
    ),
  },
]
