/** A firm's bids for funds of the levels above, and the calls it may still bid for. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { money } from '#engines/policy/wording.ts'
import { bidStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog, Sheet } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { BidOpened } from './call/bid.tsx'
import { BidForm, Paper } from './call/own-form.tsx'
import { InnerClock } from './calls.tsx'
import { type Bid, bidTones, type Call, paperAt } from './words.ts'
import './policy.css'

type Open = { call: Call } | { bid: Bid } | null

export default function OwnBids() {
  const calls = useQuery(query('policy/calls', { open: true }))
  const bids = useQuery(query('policy/bids', {}))
  const [form, open] = useState<Open>(null)
  const [shown, show] = useState<string | null>(null)
  const [paper, attach] = useState<string | null>(null)
  return (
    <PageFrame
      title="上级资金申报"
      description="国家和市级的专项资金：在区内截止前报送申报书，由推荐单位审核推荐；可与高校、科研院所联合申报。"
    >
      <Panel title="可以申报">
        <Loaded from={calls} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title="目前没有可以申报的通知" about="收到上级通知后在这里发布。" />
            ) : (
              <Stack>
                {rows.map((call) => (
                  <div key={call.id} className="own-call">
                    <div>
                      <b>{call.title}</b> <InnerClock of={call} />
                      <p className="quiet">
                        {[levels[call.level], call.issuer, `区内截止 ${call.innerDeadline}`, `推荐单位 ${call.orgName}`].join(
                          ' · ',
                        )}
                        {call.paper && <a href={paperAt('callPaper', call.id)}>　下载通知</a>}
                      </p>
                      <p className="policy-said">{call.text}</p>
                    </div>
                    {call.left >= 0 && (
                      <Act main onClick={() => open({ call })}>
                        申报
                      </Act>
                    )}
                  </div>
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Panel>
      <Panel title="我的申报">
        <Loaded from={bids} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title="还没有申报" about="申报后，每一步的进展在这里查看。" />
            ) : (
              <Stack>
                {rows.map((bid) => (
                  <div key={bid.id} className="own-call">
                    <div>
                      <b>{bid.project}</b> <StatusTag of={bidStates} is={bid.status} tone={bidTones[bid.status]} />
                      <p className="quiet">
                        {[bid.number, bid.callTitle, `申请 ${money(bid.requested)}`].join(' · ')}
                        {bid.granted !== null && ` · 立项 ${money(bid.granted)}`}
                      </p>
                    </div>
                    <Row>
                      {bid.status === 'preparing' && <Act onClick={() => open({ bid })}>修改</Act>}
                      {bid.status === 'preparing' && <Act onClick={() => attach(bid.id)}>上传申报书</Act>}
                      <Act onClick={() => show(bid.id)}>查看</Act>
                    </Row>
                  </div>
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Panel>
      <Dialog
        title={form && 'call' in form ? `申报：${form.call.title}` : '修改申报书'}
        wide
        open={form !== null}
        onClose={() => open(null)}
      >
        {form && (
          <BidForm call={'call' in form ? form.call.id : null} bid={'bid' in form ? form.bid : null} onClose={() => open(null)} />
        )}
      </Dialog>
      <Dialog title="上传申报书" open={paper !== null} onClose={() => attach(null)}>
        {paper && <Paper id={paper} onClose={() => attach(null)} />}
      </Dialog>
      <Sheet title="上级资金申报" open={shown !== null} onClose={() => show(null)}>
        {shown && <BidOpened id={shown} />}
      </Sheet>
    </PageFrame>
  )
}
