/** One version of a policy's clauses: written and checked while it is a draft, reviewed, published; read and compared afterwards. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { versionStates } from '#modules/policy/flow.ts'
import { query } from '#web/client.ts'
import { PageTabs } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Difference } from './version/difference.tsx'
import { Editor } from './version/editor.tsx'
import { Publishing } from './version/publishing.tsx'
import { TextArea } from './version/text-area.tsx'
import { span, type Version, versionTones } from './words.ts'
import './policy.css'

export default function VersionPage() {
  const { version = '' } = useParams()
  const asked = useQuery(query('policy/showVersion', { id: version }))
  return <Loaded from={asked}>{(of) => <Opened key={of.id} of={of} />}</Loaded>
}

function Opened({ of }: { of: Version }) {
  const base = of.baseText === null ? '空白文件' : `第 ${of.baseNumber} 版`
  const tabs = [
    {
      key: 'text',
      title: '条款文件',
      content: of.mine ? (
        <Editor of={of} />
      ) : (
        <Panel flush>
          <TextArea value={of.text} />
        </Panel>
      ),
    },
    { key: 'difference', title: `与${base}对照`, content: <Difference before={of.baseText ?? ''} after={of.text} base={base} /> },
    ...(of.status === 'draft' ? [{ key: 'publish', title: '审查与发布', content: <Publishing of={of} /> }] : []),
  ]
  return (
    <PageFrame
      title={`${of.policyTitle}　第 ${of.number} 版条款`}
      description={[span(of.since, of.until), `起草人 ${of.savedBy}`, of.publishedOn && `${of.publishedOn} 发布`, of.note]
        .filter(Boolean)
        .join(' · ')}
      marks={<StatusTag of={versionStates} is={of.status} tone={versionTones[of.status]} />}
      crumbs={[
        { title: '政策文件', to: '/office/policies' },
        { title: of.policyTitle, to: `/office/policies/${of.policy}?tab=versions` },
        { title: `第 ${of.number} 版` },
      ]}
    >
      <PageTabs of={tabs} />
    </PageFrame>
  )
}
