/** Four counts above the list: how many are here, and how many files want something; each opens those it counts. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Panel, Tiles } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'

export function Counts() {
  const asked = useQuery(query('enterprise/summary', {}))
  return (
    <Panel>
      <Loaded from={asked} rows={2}>
        {({ present, stale, unclaimed, renewals, staleDays, renewalDays }) => (
          <Tiles width={150}>
            <Figure label="在区企业" value={present} unit="家" to="/office/enterprises" />
            <Figure
              label="超期未确认"
              value={stale}
              unit="家"
              note={`超过 ${staleDays} 天无人确认`}
              to="/office/enterprises?stale=1&order=unconfirmed"
            />
            <Figure
              label="未认领"
              value={unclaimed}
              unit="家"
              note="企业尚未认领本企业档案"
              to="/office/enterprises?unclaimed=1"
            />
            <Figure label="资质到期" value={renewals} unit="项" note={`已到期或 ${renewalDays} 天内到期`} to="/office/renewals" />
          </Tiles>
        )}
      </Loaded>
    </Panel>
  )
}
