/** One bid: what is asked for and with whom, how far it has come, and the next step. */
import { useQuery } from '@tanstack/react-query'
import { money } from '#engines/policy/wording.ts'
import { bidStates } from '#modules/policy/flow.ts'
import { partnerKinds } from '#modules/policy/model.ts'
import { type Out, query } from '#web/client.ts'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Row, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { bidTones, paperAt } from '../words.ts'
import { BidSteps } from './steps.tsx'

type Whole = Out<'policy/showBid'>

export function BidOpened({ id }: { id: string }) {
  const asked = useQuery(query('policy/showBid', { id }))
  return <Loaded from={asked}>{(of) => <BidWhole of={of} />}</Loaded>
}

const BidWhole = ({ of }: { of: Whole }) => (
  <Stack>
    <Row>
      <span className="number">{of.number}</span>
      <StatusTag of={bidStates} is={of.status} tone={bidTones[of.status]} />
    </Row>
    <Facts
      of={[
        { title: '项目名称', value: of.project, wide: true },
        { title: '申报企业', value: of.enterpriseName },
        { title: '申报通知', value: of.callTitle },
        { title: '申请金额', value: money(of.requested) },
        { title: '立项金额', value: of.granted === null ? '—' : `${money(of.granted)}（${of.grantedOn}）` },
        { title: '到账金额', value: of.paid === 0 ? '—' : money(of.paid) },
        { title: '申报书', value: of.paper ? <a href={paperAt('bidPaper', of.id)}>下载申报书</a> : '未上传' },
        {
          title: '联合单位',
          wide: true,
          value: of.partners.length
            ? of.partners.map(({ name, kind, part }) => `${name}（${partnerKinds[kind]}${part ? `，${part}` : ''}）`).join('；')
            : '独立申报',
        },
        { title: '说明', value: of.note ?? '—', wide: true },
      ]}
    />
    <BidSteps of={of} />
    <ol className="bid-way" aria-label="申报进展">
      {of.way.map(({ status, on, note, by }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in their order, and may be taken twice
        <li key={at}>
          <b>{bidStates[status]}</b>
          <span className="quiet">
            {on}　{by}
          </span>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  </Stack>
)
