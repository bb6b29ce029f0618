/** Columns of the records of use. */
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { uses } from '#modules/space/model.ts'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Row } from '#web/ui/frame/page.tsx'
import type { Column } from '#web/ui/table.tsx'
import { square } from '../acquisition/stage-tag.tsx'
import type { Stay } from './panel.tsx'
import '../record/record.css'

type Steps = { leave: (stay: Stay) => void; correct: (stay: Stay) => void }

/** What the page is about already is not said again in every line. */
export const columnsOf = (of: 'unit' | 'building' | 'all', steps: Steps): Column<Stay>[] => [
  { key: 'occupant', title: '使用单位', wrap: 18, show: (stay) => <Who of={stay} /> },
  ...(of === 'all'
    ? [
        {
          key: 'building',
          title: '楼宇',
          wrap: 14,
          show: ({ building, buildingName, zoneName }: Stay) => (
            <>
              <Link to={`/office/buildings/${building}`}>{buildingName}</Link>
              <div className="quiet record-small">{zoneName ?? '园城以外'}</div>
            </>
          ),
        },
      ]
    : []),
  ...(of === 'unit' ? [] : [{ key: 'unit', title: '单元', show: ({ unitName }: Stay) => unitName }]),
  { key: 'use', title: '用途', show: ({ use }) => uses[use] },
  { key: 'area', title: '使用面积（㎡）', number: true, show: ({ area }) => square(area) },
  {
    key: 'span',
    title: '起止',
    show: ({ since, until }) => (
      <span className="number">
        {since} 至 {until ?? '今'}
      </span>
    ),
  },
  {
    key: 'note',
    title: '说明与登记',
    wrap: 18,
    show: ({ note, recordedBy }) => (
      <>
        {note ?? '—'}
        <div className="quiet record-small">{recordedBy} 登记</div>
      </>
    ),
  },
  {
    key: 'act',
    title: '办理',
    show: (stay) => (
      <Row>
        {stay.evidence && <Paper of={stay} />}
        {stay.keeps && stay.until === null && (
          <Act inline name={`${stay.occupant}退出`} onClick={() => steps.leave(stay)}>
            退出
          </Act>
        )}
        {stay.keeps && (
          <Act inline name={`更正${stay.occupant}的记录`} onClick={() => steps.correct(stay)}>
            更正
          </Act>
        )}
      </Row>
    ),
  },
]

const Who = ({ of: { enterprise, occupant, divisionName } }: { of: Stay }) => (
  <>
    {enterprise ? <Link to={`/office/enterprises/${enterprise}`}>{occupant}</Link> : occupant}
    <div className="quiet record-small">{divisionName ?? (enterprise ? '其他行业' : '未建档')}</div>
  </>
)

function Paper({ of: { id } }: { of: Stay }) {
  const say = useSay()
  const get = useMutation({ ...download('space/occupancyPaper'), onError: say.failed })
  return (
    <Act inline busy={get.isPending} onClick={() => get.mutate({ id })}>
      佐证
    </Act>
  )
}
