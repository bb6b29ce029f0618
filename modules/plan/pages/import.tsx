/** Importing a plan: the file is read by the server; a file that is no plan is refused and nothing is stored. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { query, Refusal, upload } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { NoRight } from '#web/ui/frame/states.tsx'
import { periodOf } from './kinds.ts'

const endings = ['.docx', '.pdf', '.txt', '.md', '.html']

export default function ImportPlan() {
  const office = useMe().role === 'office'
  return (
    <PageFrame
      title="导入方案"
      description="上传正式印发的行动方案，系统读出目标、任务、责任单位等内容，存为草稿供逐项核对。"
      crumbs={[{ title: '方案版本', to: '/office/plans' }, { title: '导入方案' }]}
    >
      {office ? <Upload /> : <NoRight title="导入方案由牵头单位办理" about="已发布的方案可在“现行方案”中查看。" />}
    </PageFrame>
  )
}

function Upload() {
  const go = useNavigate()
  const say = useSay()
  const plans = useQuery(query('plan/list', {})).data ?? []
  const send = useMutation(upload('plan/importDocument'))
  const [follows, follow] = useState<string | null>(null)
  const [sent, progress] = useState<number | null>(null)
  const [name, called] = useState('')
  const start = (file: File) => {
    called(file.name)
    progress(0)
    send.mutate(
      { file, follows, onProgress: progress },
      {
        onSuccess: ({ id, warnings }) => {
          say.done(warnings ? `已读入，有 ${warnings} 处请留意` : '已读入，请逐项核对')
          go(`/office/plans/${id}?tab=${warnings ? 'warning' : 'about'}`)
        },
        onSettled: () => progress(null),
      },
    )
  }
  const earlier = new Map(plans.filter(({ status }) => status !== 'draft').map((plan) => [plan.series, plan]))
  return (
    <Panel>
      <Stack>
        {send.isError && (
          <Notice tone="error" title={`“${name}”没有导入`}>
            {send.error instanceof Refusal ? send.error.message : '文件没有读成，请稍后再试'}
            <br />
            未保存任何内容，请更换文件后再试。
          </Notice>
        )}
        {earlier.size > 0 && (
          <div className="import-follows">
            <span id="follows">接续的方案（可不选）</span>
            <ChoiceInput
              name="接续的方案"
              clearable
              width={480}
              placeholder="新一期方案接续前一期时选择"
              disabled={sent !== null}
              choices={[...earlier.values()].map((plan) => ({ value: plan.series, label: `${plan.title}（${periodOf(plan)}）` }))}
              value={follows}
              onChange={follow}
            />
          </div>
        )}
        <FileDrop title="行动方案文件" endings={endings} onFile={start} sent={sent} />
        <p className="quiet">
          扫描件（图片）无法读取，请使用含文字的文件。导入后先存为草稿，只有牵头单位可见；核对、签认基期值、确认责任单位后发布。
        </p>
      </Stack>
    </Panel>
  )
}
