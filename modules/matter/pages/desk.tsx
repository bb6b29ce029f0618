/** For a leader's phone: what is red, what waits for his word, the person in charge one tap away. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { ItemList } from './desk-lists.tsx'
import './matter.css'

export default function Desk() {
  const today = useFrame()?.today
  const asked = useQuery(query('matter/duties', {}))
  return (
    <PageFrame title="督办速览" description={today && dated(today)} actions={<GoTo to="/office/matters">全部事项</GoTo>}>
      <Loaded from={asked}>
        {({ red, waiting, cards }) => (
          <>
            <Panel>
              <Tiles width={96}>
                <Figure label="已逾期" value={red.length} unit="件" to="/office/matters?late=1" />
                <Figure label="待审定" value={waiting.length} unit="件" to="/office/matters?mine=1" />
                <Figure label="年内黄牌" value={cards.yellow} unit="张" to="/office/cards?colour=yellow" />
                <Figure label="年内红牌" value={cards.red} unit="张" to="/office/cards?colour=red" />
              </Tiles>
            </Panel>
            <Panel title={`待审定（${waiting.length}）`} flush>
              {waiting.length ? <ItemList of={waiting} /> : <EmptyState title="目前没有等待审定的事项" />}
            </Panel>
            <Panel title={`已逾期（${red.length}）`} flush>
              {red.length ? <ItemList of={red} /> : <EmptyState title="目前没有逾期的事项" />}
            </Panel>
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}
