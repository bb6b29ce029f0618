/** What waits in the monitoring, for the home pages: reports to check and overdue for officials, months to file for an enterprise. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { monthWord } from '#modules/work/pages/month.ts'
import { query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import './duty-panel.css'

/** Those whom it concerns at all. */
const readers = ['leader', 'office', 'park', 'town', 'enterprise', 'institution']

const useDuties = () => {
  const me = useMe()
  return useQuery({ ...query('filing/duties', {}), enabled: readers.includes(me.role) }).data
}

/** Nothing where nothing waits. */
export function FilingDutyPanel() {
  const found = useDuties()
  if (!found || (found.toCheck === 0 && found.overdue === 0)) return null
  const { toCheck, overdue, closed } = found
  const missing = new URLSearchParams({ tab: 'names', month: closed ?? '', standing: 'returned,draft,none' })
  return (
    <Panel title="运行监测" flush>
      <ul className="filing-duties">
        {toCheck > 0 && (
          <li>
            <span className="filing-duty-words">
              <Link to="/office/filings?tab=queue">企业报表待审核</Link>
            </span>
            <b className="number">{toCheck} 份</b>
          </li>
        )}
        {overdue > 0 && closed && (
          <li>
            <span className="filing-duty-words">
              <Link to={`/office/filings?${missing}`}>{monthWord(closed)}报表逾期未报</Link>
            </span>
            <b className="number">{overdue} 家</b>
          </li>
        )}
      </ul>
    </Panel>
  )
}

/** So many are listed on the home page of an enterprise. */
const few = 3

export function OwnFilingPanel() {
  const found = useDuties()
  const today = useFrame()?.today
  if (!found) return null
  const { toFile } = found
  return (
    <Panel title="待报送的报表" flush={toFile.length > 0} actions={<Link to="/enterprise/filings">我的报表</Link>}>
      {toFile.length === 0 ? (
        <p className="quiet">各月报表均已报送。</p>
      ) : (
        <ul className="filing-duties">
          {toFile.slice(0, few).map(({ month, dueOn, workdaysLeft, returned }) => (
            <li key={month}>
              <span className="filing-duty-words">
                <b>{monthWord(month)}</b>
                {returned && <Mark tone="warn">已退回</Mark>}
                <span className="quiet">{dated(dueOn)}前报送</span>
              </span>
              <Clock left={workdaysLeft} dueOn={dueOn} today={today} />
              <GoTo main to={`/enterprise/filings/${month}`}>
                {returned ? '修改' : '填报'}
              </GoTo>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
