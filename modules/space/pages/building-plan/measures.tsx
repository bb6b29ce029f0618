/** Columns of the measures on a sheet: what is offered, who answers for it, how far it is. */
import { measureKinds, measureStates } from '#modules/space/model.ts'
import type { Out } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark, StatusTag, type Tone } from '#web/ui/figure/light.tsx'
import { Row } from '#web/ui/frame/page.tsx'
import type { Column } from '#web/ui/table.tsx'
import '../record/record.css'

export type Measure = Out<'space/buildingPlanShown'>['measures'][number]

const tones: Record<Measure['state'], Tone> = { planned: 'quiet', underway: 'active', done: 'good', stopped: 'quiet' }

export type Steps<M> = { tell: (measure: M) => void; edit: ((measure: M) => void) | null }

export const measureColumns = <M extends Measure>({ tell, edit }: Steps<M>): Column<M>[] => [
  {
    key: 'content',
    title: '措施',
    wrap: 22,
    show: ({ content, kind, public: open }) => (
      <>
        {content}
        <div className="quiet record-small">
          {measureKinds[kind]}
          {open && '，对外公布'}
        </div>
      </>
    ),
  },
  { key: 'benefit', title: '标准', wrap: 14, show: ({ benefit }) => benefit ?? '—' },
  { key: 'owner', title: '责任单位', show: ({ ownerName }) => ownerName, sort: ({ ownerName }) => ownerName },
  {
    key: 'dueOn',
    title: '完成时限',
    show: ({ dueOn, overdue }) => (
      <>
        <span className="number">{dueOn ?? '—'}</span> {overdue && <Mark tone="bad">逾期</Mark>}
      </>
    ),
    sort: ({ dueOn }) => dueOn,
  },
  {
    key: 'state',
    title: '状态',
    show: ({ state }) => <StatusTag of={measureStates} is={state} tone={tones[state]} />,
    filter: { of: measureStates, has: ({ state }) => state },
  },
  {
    key: 'progress',
    title: '进展',
    wrap: 20,
    show: ({ progress, progressOn }) =>
      progress ? (
        <>
          {progress}
          <div className="quiet record-small number">{progressOn}</div>
        </>
      ) : (
        '—'
      ),
  },
  {
    key: 'act',
    title: '办理',
    show: (measure) => (
      <Row>
        {measure.tells && (
          <Act inline name={`填报进展：${measure.content}`} onClick={() => tell(measure)}>
            填报进展
          </Act>
        )}
        {edit && (
          <Act inline name={`修改“${measure.content}”`} onClick={() => edit(measure)}>
            修改
          </Act>
        )}
      </Row>
    ),
  },
]
