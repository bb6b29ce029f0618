/** A ticket whole: what is wrong, the photo, and what was done about it. */
import { ticketKinds } from '#modules/upkeep/model.ts'
import { moment } from '#web/ui/figure/number.ts'
import { Facts, Panel } from '#web/ui/frame/page.tsx'
import { markOf } from '../words.ts'
import { Left, type Ticket } from './left.tsx'

const photoUrl = (id: string): string => `/api/upkeep/ticketPhoto?input=${encodeURIComponent(JSON.stringify({ id }))}`

export const Situation = ({ of: { id, title, text, photo } }: { of: Ticket }) => (
  <Panel title="情况">
    <p className="long">{text}</p>
    {photo && (
      <a className="ticket-photo" href={photoUrl(id)} target="_blank" rel="noreferrer">
        <img src={photoUrl(id)} alt={`“${title}”的照片，点击查看原图`} loading="lazy" />
      </a>
    )}
  </Panel>
)

export function Handling({ of }: { of: Ticket }) {
  const { unitName, buildingName, kind, raisedBy, orgName, raisedAt, acceptedAt, doneAt, dueOn, handler, answer } = of
  const told = (at: string | null) => at && <span className="number">{moment(at)}</span>
  return (
    <Panel title="办理">
      <Facts
        of={[
          { title: '地点', value: [buildingName, unitName].filter(Boolean).join(' ') },
          { title: '类型', value: ticketKinds[kind] },
          { title: '报事人', value: orgName === raisedBy ? orgName : `${orgName} ${raisedBy}` },
          { title: '报事时间', value: told(raisedAt) },
          {
            title: '时限',
            value: (
              <span className="row">
                <span className="number">{dueOn}</span>
                <Left of={of} />
              </span>
            ),
          },
          { title: '受理', value: told(acceptedAt) ?? '尚未受理' },
          ...(handler ? [{ title: '处理人', value: handler }] : []),
          ...(doneAt ? [{ title: '办结', value: told(doneAt) }] : []),
          ...(of.reopened > 0 ? [{ title: '重新办理', value: `${of.reopened} 次` }] : []),
          ...(answer ? [{ title: '处理结果', value: answer, wide: true }] : []),
          ...(of.score === null ? [] : [{ title: '满意度', value: markOf(of.score) }]),
          ...(of.remark ? [{ title: of.score === null ? '未解决' : '评价', value: of.remark, wide: true }] : []),
        ]}
      />
    </Panel>
  )
}
