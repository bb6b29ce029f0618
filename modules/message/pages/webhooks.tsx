/** Gateways that messages are passed on to, for the keeper of the system. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { topics, webhook } from '#modules/message/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { choicesOf } from '#web/ui/filter/bar.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoicesInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import './message.css'

type Gateway = Out<'message/webhooks'>[number]

export default function Webhooks() {
  const { role } = useMe()
  const [adding, add] = useState(false)
  const asked = useQuery(query('message/webhooks', {}))
  const keeps = role === 'sysadmin'
  return (
    <PageFrame
      title="外发接口"
      description="将消息发送到短信、政务协同等外部平台：每次请求都带签名，失败后自动重试。"
      actions={
        <Row>
          <GoTo to="/admin/deliveries">发送记录</GoTo>
          {keeps && (
            <Act main icon={icons.add} onClick={() => add(true)}>
              新增接口
            </Act>
          )}
        </Row>
      }
    >
      <Panel flush>
        <Loaded from={asked} rows={4}>
          {(rows) => (
            <DataTable
              name="外发接口"
              rows={rows}
              rowKey={({ id }) => id}
              columns={keeps ? [...columns, acts] : columns}
              empty={<EmptyState title="没有外发接口" about="新增接口后，所选类别的消息会同时发送到该地址。" />}
            />
          )}
        </Loaded>
      </Panel>
      <Dialog title="新增外发接口" open={adding} onClose={() => add(false)}>
        <Adding onClose={() => add(false)} />
      </Dialog>
    </PageFrame>
  )
}

const columns: Column<Gateway>[] = [
  { key: 'title', title: '名称', wrap: 12, show: ({ title }) => title },
  { key: 'url', title: '地址', wrap: 20, show: ({ url }) => <span className="number message-url">{url}</span> },
  { key: 'topics', title: '类别', wrap: 14, show: (one) => one.topics.map((topic) => topics[topic]).join('、') },
  {
    key: 'state',
    title: '状态',
    show: ({ until }) => (until ? <Mark>{`${until} 停用`}</Mark> : <Mark tone="good">启用</Mark>),
  },
  { key: 'sent', title: '已发送', number: true, show: ({ sent }) => sent },
  { key: 'waiting', title: '待发送', number: true, show: ({ waiting }) => waiting },
  { key: 'failed', title: '发送失败', number: true, show: ({ failed }) => failed },
]
const acts: Column<Gateway> = { key: 'acts', title: '操作', show: (one) => (one.until ? '' : <Acts of={one} />) }

function useDone(path: 'message/stopWebhook' | 'message/testWebhook', sentence: string) {
  const say = useSay()
  const client = useQueryClient()
  return useMutation({
    ...command(path),
    onSuccess: () => say.done(sentence),
    onError: say.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ['message/webhooks'] }),
  })
}

function Acts({ of: { id, title } }: { of: Gateway }) {
  const test = useDone('message/testWebhook', '测试消息已排队发送，结果见发送记录')
  const stop = useDone('message/stopWebhook', `“${title}”已停用`)
  return (
    <Row>
      <Act inline busy={test.isPending} onClick={() => test.mutate({ id })}>
        发送测试
      </Act>
      <ConfirmButton
        inline
        danger
        ask={`停用“${title}”吗？`}
        about="尚未发出的消息不再发送；停用后不能恢复，可另行新增。"
        yes="停用"
        onConfirm={() => stop.mutate({ id })}
      >
        停用
      </ConfirmButton>
    </Row>
  )
}

const { title, url } = webhook.shape
const asked = webhook.pick({ title: true, url: true, topics: true })

function Adding({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const add = useMutation(command('message/addWebhook'))
  const [secret, show] = useState<string | null>(null)
  if (secret)
    return (
      <Stack>
        <Notice tone="warning">签名密钥只显示这一次，请立即交给接收方妥善保存；遗失后须停用该接口并重新新增。</Notice>
        <code className="message-secret">{secret}</code>
        <Row>
          <Act main onClick={onClose}>
            已保存
          </Act>
        </Row>
      </Stack>
    )
  return (
    <FormBox
      initial={{ title: null, url: null, topics: [] }}
      save="新增"
      onCancel={onClose}
      onSave={async (answers) => {
        const made = await add.mutateAsync(asked.parse(answers))
        await client.invalidateQueries({ queryKey: ['message/webhooks'] })
        show(made.secret)
      }}
    >
      <Field name="title" field={title} />
      <Field name="url" field={url} hint="以 https:// 开头；只在专网内使用时可用 http://。" />
      <FieldBox name="topics" title="类别" check={(value) => ((value as string[]).length ? null : '请选择消息类别')}>
        <ChoicesInput name="类别" placeholder="请选择，可多选" choices={choicesOf(topics)} />
      </FieldBox>
    </FormBox>
  )
}
