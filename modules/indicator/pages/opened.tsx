/** One indicator opened: the figure, how it came about, and the way down to the rows it is made of. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import { aimOf } from '#modules/target/pages/words.ts'
import { download, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Light } from '#web/ui/figure/light.tsx'
import { Halves, PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DayBar, useDay, withDay } from './day-bar.tsx'
import { Course } from './opened/course.tsx'
import { Head } from './opened/head.tsx'
import { Published } from './opened/published.tsx'
import { Rows } from './opened/rows.tsx'
import { Splits } from './opened/splits.tsx'
import { Versions } from './opened/versions.tsx'
import type { Opened } from './words.ts'
import './indicator.css'

export default function IndicatorPage() {
  const { code = '' } = useParams()
  const day = useDay()
  const version = Number(useSearchParams()[0].get('version')) || undefined
  const asked = useQuery({
    ...query('indicator/show', { code, ...(day && { day }), ...(version && { version }) }),
    // Another day of the same indicator takes the place of the one shown; another indicator does not.
    placeholderData: (last) => (last?.definition.code === code ? last : undefined),
  })
  return <Loaded from={asked}>{(opened) => <Shown of={opened} asked={{ code, day, version }} />}</Loaded>
}

export type Asked = { code: string; day: string | undefined; version: number | undefined }

function Shown({ of, asked }: { of: Opened; asked: Asked }) {
  const { role } = useMe()
  const say = useSay()
  const { definition, figure } = of
  const { code, day, version } = asked
  const sheet = useMutation({ ...download('indicator/exportRows'), onError: say.failed })
  const target = useQuery({ ...query('target/list', {}), enabled: !day }).data?.find(({ indicator }) => indicator === code)
  return (
    <PageFrame
      title={definition.name}
      marks={target && <Light is={target.standing.light} words={targetLights} />}
      description={target && <Link to={`/office/targets/${target.key}`}>发展目标：{aimOf(target)}</Link>}
      crumbs={[{ title: '指标数据', to: withDay('/office/indicators', day) }, { title: definition.name }]}
      actions={
        <>
          <DayBar day={day} />
          {figure.missing === null && (
            <Act
              icon={icons.download}
              busy={sheet.isPending}
              onClick={() => sheet.mutate({ code, ...(day && { day }), ...(version && { version }) })}
            >
              导出明细
            </Act>
          )}
          {role === 'office' && (
            <GoTo icon={icons.edit} to={`/office/indicators/${code}/revise`}>
              修订口径
            </GoTo>
          )}
        </>
      }
    >
      {version && <OtherVersion version={version} to={withDay(`/office/indicators/${code}`, day)} />}
      <Halves shares={['2fr', '3fr']}>
        <Head of={of} />
        <Panel title="走势">
          <Course of={of} target={target} />
        </Panel>
      </Halves>
      <PageTabs
        of={[
          { key: 'rows', title: '明细', content: <Rows of={of} asked={asked} /> },
          ...(definition.dimensions.length ? [{ key: 'splits', title: '拆分', content: <Splits of={of} asked={asked} /> }] : []),
          { key: 'published', title: '公布', content: <Published of={of} /> },
          { key: 'versions', title: '口径版本', content: <Versions of={of} /> },
        ]}
      />
    </PageFrame>
  )
}

const OtherVersion = ({ version, to }: { version: number; to: string }) => (
  <Notice>
    正在按第 {version} 版口径计算。<Link to={to}>按当日生效的口径查看</Link>
  </Notice>
)
