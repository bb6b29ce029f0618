/** Schemes by version, and the clocks by rule. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { appraisalRule } from '#modules/appraisal/model.ts'
import { text } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { officeOnly } from './words.ts'

type Scheme = Out<'appraisal/listSchemes'>[number]
export const schemeStates = { draft: '草案', issued: '已印发' } as const

const columns: Column<Scheme>[] = [
  { key: 'title', title: '考核办法', wrap: 18, show: ({ title }) => title },
  { key: 'version', title: '版本', show: ({ version }) => `第 ${version} 版` },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={schemeStates} is={status} tone={status === 'issued' ? 'good' : 'quiet'} />,
  },
  { key: 'since', title: '有效期', show: ({ since, until }) => `${since} 至 ${until ?? '另行通知'}` },
  { key: 'basis', title: '依据', wrap: 18, show: ({ basis }) => basis },
  { key: 'issued', title: '印发', show: ({ issuedOn, by }) => (issuedOn ? `${issuedOn}　${by}` : `${by} 起草`) },
  { key: 'used', title: '已用于', number: true, show: ({ appraisals }) => (appraisals ? `${appraisals} 次考核` : '—') },
]

const drafting = z.object({ code: text('代码', 60), from: z.uuid().nullable().meta({ title: '以何为底稿', storage: 'uuid' }) })

export default function Schemes() {
  const { role } = useMe()
  const [making, make] = useState(false)
  const asked = useQuery(query('appraisal/listSchemes', {}))
  return (
    <PageFrame
      title="考核办法"
      description="看什么、各占多少、怎样算分都写在办法里，样例随办法一起验算；印发后不再改动，需要调整的另立新版。"
      crumbs={[{ title: '考核评估', to: '/office/appraisals' }, { title: '考核办法' }]}
      actions={
        <Permitted main when={role === 'office'} because={officeOnly} onClick={() => make(true)}>
          起草办法
        </Permitted>
      }
    >
      <Panel flush>
        <Loaded from={asked}>
          {(rows) => (
            <DataTable
              name="考核办法"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id }) => `/office/appraisal-schemes/${id}`}
              empty={<EmptyState title="尚无考核办法" about="由领导小组办公室起草，检查无误后印发。" />}
            />
          )}
        </Loaded>
      </Panel>
      <Rules />
      <Dialog title="起草考核办法" open={making} onClose={() => make(false)}>
        <Draft schemes={asked.data ?? []} onClose={() => make(false)} />
      </Dialog>
    </PageFrame>
  )
}

function Draft({ schemes, onClose }: { schemes: Scheme[]; onClose: () => void }) {
  const say = useSay()
  const go = useNavigate()
  const draft = useMutation(command('appraisal/draftScheme'))
  return (
    <RecordForm
      of={drafting}
      choices={{ from: schemes.map(({ id, title, version }) => ({ value: id, label: `${title}（第 ${version} 版）` })) }}
      hints={{ code: '小写字母、数字和连字符，如 demo-2026；与办法文本中的代码一致。' }}
      save="起草"
      onCancel={onClose}
      onSave={async ({ code, from }) => {
        const base = from ? (await query('appraisal/showScheme', { id: from }).queryFn()).text : `名称: 待填\n代码: ${code}\n`
        const text = base.replace(/^代码:.*$/m, `代码: ${code}`)
        const { id, version } = await draft.mutateAsync({ code, text })
        say.done(`第 ${version} 版草案已建立`)
        go(`/office/appraisal-schemes/${id}`)
      }}
    />
  )
}

type Rule = Out<'appraisal/appraisalRulesOf'>[number]
const ruleColumns: Column<Rule>[] = [
  { key: 'self', title: '自评', number: true, show: ({ selfDays }) => `${selfDays} 个工作日` },
  { key: 'verify', title: '核验', number: true, show: ({ verifyDays }) => `${verifyDays} 个工作日` },
  { key: 'objection', title: '异议期', number: true, show: ({ objectionDays }) => `${objectionDays} 个工作日` },
  { key: 'finding', title: '异议核查', number: true, show: ({ findingDays }) => `${findingDays} 个工作日` },
]

function Rules() {
  const say = useSay()
  const enact = useMutation(command('appraisal/enactAppraisalRule'))
  return (
    <RulePanel
      title="考核规则"
      from={useQuery(query('appraisal/appraisalRulesOf', {}))}
      columns={ruleColumns}
      empty={{ title: '尚未发布考核规则', about: '目前按自评、核验各 10 个工作日，异议期、异议核查各 5 个工作日计算。' }}
      revise={(last, close) => (
        <RecordForm
          of={appraisalRule}
          initial={{ ...last, since: undefined }}
          hints={{ since: '此前已启动的阶段时限不变。' }}
          columns={2}
          save="发布新规则"
          onCancel={close}
          onSave={async (rule) => {
            await enact.mutateAsync(rule)
            say.done(`新规则自 ${rule.since} 起生效`)
            close()
          }}
        />
      )}
    />
  )
}
