/** Statistics: published tables for everyone; for statisticians also the returns, and where tables are made of them. */
import { useMe } from '#web/session.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import { Making } from './making.tsx'
import { Published } from './published.tsx'
import { Returns } from './returns.tsx'

export default function Statistics() {
  const { role } = useMe()
  const statistician = role === 'statistician'
  return (
    <PageFrame
      title="统计数据"
      description={
        statistician
          ? '单个企业的统计报表只用于统计；对外只公布汇总数，企业少于 3 家的不予公布。'
          : '统计部门公布的汇总数；企业少于 3 家的不予公布。'
      }
    >
      {statistician ? (
        <PageTabs
          of={[
            { key: 'published', title: '公布表', content: <Published /> },
            { key: 'returns', title: '企业报表', content: <Returns /> },
            { key: 'making', title: '试算与公布', content: <Making /> },
          ]}
        />
      ) : (
        <Published />
      )}
    </PageFrame>
  )
}
