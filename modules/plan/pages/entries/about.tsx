/** The tab of a plan's particulars. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Facts } from '#web/ui/frame/page.tsx'
import { useDesk } from '../desk.ts'
import { periodOf, versionOf } from '../kinds.ts'

export function About() {
  const { whole, edit, editable } = useDesk()
  const { plan } = whole
  const before = useQuery(query('plan/list', {})).data?.find(({ series }) => series === plan.follows)
  return (
    <>
      <div className="entries-head">
        <h2>基本信息</h2>
        {editable && <Act onClick={() => edit({ what: 'about' })}>更正</Act>}
      </div>
      <Facts
        of={[
          { title: '方案名称', value: plan.title, wide: true },
          { title: '发文字号', value: plan.documentNumber },
          { title: '发文机关', value: plan.issuer },
          { title: '成文日期', value: plan.issuedOn },
          { title: '实施期限', value: periodOf(plan) },
          { title: '版本', value: versionOf(plan) },
          { title: '接续的方案', value: plan.follows && (before?.title ?? '（已不在名录中）') },
          ...(plan.revision ? [{ title: '修订说明', value: plan.revision, wide: true }] : []),
          ...(plan.publishedOn ? [{ title: '发布', value: `${plan.publishedOn}，${plan.publishedBy ?? ''}` }] : []),
          { title: '工作组', value: plan.workingGroups.join('、'), wide: true },
          { title: '抄送', value: plan.copiedTo.join('、'), wide: true },
        ]}
      />
    </>
  )
}
