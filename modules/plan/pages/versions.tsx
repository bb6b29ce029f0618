/** All plans and their versions: from import to draft, in force, revised and closed; which plan follows which. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { periodOf } from './kinds.ts'
import { type Head, VersionLine } from './version/version-line.tsx'
import './version/versions.css'

export default function Versions() {
  const plans = useQuery(query('plan/list', {}))
  const office = useMe().role === 'office'
  const start = (
    <GoTo main to="/office/plans/import" icon={icons.upload}>
      导入方案
    </GoTo>
  )
  return (
    <PageFrame title="方案版本" description="行动方案从导入、发布、修订到结束的全部版本。" actions={office && start}>
      <Loaded from={plans}>
        {(all) =>
          all.length ? (
            seriesOf(all).map((versions) => <Series key={versions[0]!.series} versions={versions} all={all} />)
          ) : (
            <Panel>
              <EmptyState
                title="还没有行动方案"
                about={office ? '导入正式文件，系统读出目标、任务和责任单位，核对后即可发布。' : '方案发布后在此查看。'}
                actions={office && start}
              />
            </Panel>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

/** Each series newest version first; series by their period, newest first. */
function seriesOf(all: readonly Head[]): Head[][] {
  const series = [...new Set(all.map((plan) => plan.series))]
  return series
    .map((key) => all.filter((plan) => plan.series === key).sort((a, b) => b.version - a.version))
    .sort((a, b) => b[0]!.from - a[0]!.from)
}

function Series({ versions, all }: { versions: Head[]; all: readonly Head[] }) {
  const present = versions.find(({ status }) => status === 'published') ?? versions[0]!
  const before = present.follows && all.find(({ series }) => series === present.follows)
  const after = [...new Map(all.filter(({ follows }) => follows === present.series).map((plan) => [plan.series, plan])).values()]
  return (
    <Panel title={<Link to={`/office/plans/${present.id}`}>{present.title}</Link>} flush>
      <div className="series-about">
        <span>{periodOf(present)}</span>
        {present.documentNumber && <span>{present.documentNumber}</span>}
        {before && (
          <span>
            接续 <Link to={`/office/plans/${before.id}`}>{before.title}</Link>
          </span>
        )}
        {after.map((next) => (
          <span key={next.id}>
            由 <Link to={`/office/plans/${next.id}`}>{next.title}</Link> 接续
          </span>
        ))}
      </div>
      <ol className="versions">
        {versions.map((version) => (
          <VersionLine key={version.id} version={version} drafted={versions.some(({ status }) => status === 'draft')} />
        ))}
      </ol>
    </Panel>
  )
}
