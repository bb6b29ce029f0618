/** The agenda on the page of a meeting: its items in order, their papers, what was said. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { agendaItem } from '#modules/council/model.ts'
import { matterStates } from '#modules/matter/flow.ts'
import { command, upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { SendFile } from '#web/upload.tsx'
import { type Item, type Meeting, materialUrl, matterTones } from '../words.ts'
import { AddDialog } from './add-item.tsx'

const endings = ['.pdf', '.docx', '.xlsx', '.pptx', '.jpg', '.jpeg', '.png'] as const
const before = ['preparing', 'called', 'open']

export function AgendaPanel({ of }: { of: Meeting }) {
  const me = useMe()
  const office = me.role === 'office'
  const plans = office && before.includes(of.status)
  const [adding, add] = useState(false)
  const [editing, edit] = useState<Item | null>(null)
  const [sending, send] = useState<Item | null>(null)
  const may = (item: Item) => ({
    word: office && (plans || of.status === 'closed'),
    send: before.includes(of.status) && (office || item.org === me.org?.id),
    drop: plans && !of.decisions.some(({ agenda }) => agenda === item.id),
  })
  return (
    <Panel title={`议题（${of.agenda.length}）`} flush actions={plans && <Act onClick={() => add(true)}>列入议题</Act>}>
      {of.agenda.length ? (
        <ol className="agenda">
          {of.agenda.map((item, at) => (
            <li key={item.id}>
              <ItemWords of={item} />
              <div className="row">
                {plans && at > 0 && <Up of={of} at={at} />}
                {may(item).send && (
                  <Act inline name={`上传材料：${item.title}`} onClick={() => send(item)}>
                    上传材料
                  </Act>
                )}
                {may(item).word && (
                  <Act inline name={`${plans ? '修改' : '记录'}：${item.title}`} onClick={() => edit(item)}>
                    {of.status === 'preparing' || of.status === 'called' ? '修改' : '记录讨论'}
                  </Act>
                )}
                {may(item).drop && <Drop of={item} />}
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState title="尚未列入议题" about={plans ? '可从未办结的督办事项中选取，也可另行列入。' : undefined} />
      )}
      <AddDialog of={of} open={adding} onClose={() => add(false)} />
      <WordDialog of={editing} noted={of.status === 'open' || of.status === 'closed'} onClose={() => edit(null)} />
      <Dialog title={sending ? `会议材料：${sending.title}` : ''} open={sending !== null} onClose={() => send(null)}>
        <SendFile
          title="会议材料"
          endings={endings}
          send={({ file, onProgress }) => upload('council/attachMaterial').mutationFn({ id: sending!.id, file, onProgress })}
          onDone={() => send(null)}
        />
      </Dialog>
    </Panel>
  )
}

const ItemWords = ({ of: { ordinal, title, orgName, text, notes, about, files, id } }: { of: Item }) => (
  <div>
    <p>
      <b className="number">{ordinal}</b> {title} <span className="quiet">{orgName}汇报</span>
    </p>
    {text && <p className="long quiet">{text}</p>}
    {about && (
      <p className="sentence">
        {about.opens ? <Link to={`/office/matters/${about.id}`}>{about.number}</Link> : about.number}{' '}
        <StatusTag of={matterStates} is={about.status} tone={matterTones[about.status]} />{' '}
        {about.late && <Mark tone="bad">已逾期</Mark>} <span className="quiet">时限 {about.dueOn}</span>
      </p>
    )}
    {notes && <p className="long">讨论情况：{notes}</p>}
    {files.length > 0 && (
      <ul className="agenda-files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={materialUrl(id, file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          </li>
        ))}
      </ul>
    )}
  </div>
)

function Up({ of, at }: { of: Meeting; at: number }) {
  const say = useSay()
  const order = useMutation({ ...command('council/orderAgenda'), onError: say.failed })
  const items = of.agenda.map(({ id }) => id)
  items.splice(at - 1, 2, items[at]!, items[at - 1]!)
  return (
    <Act inline name={`上移：${of.agenda[at]!.title}`} onClick={() => order.mutate({ meeting: of.id, items })}>
      上移
    </Act>
  )
}

function Drop({ of }: { of: Item }) {
  const say = useSay()
  const drop = useMutation({ ...command('council/dropAgenda'), onSuccess: () => say.done('议题已撤下'), onError: say.failed })
  return (
    <ConfirmButton
      inline
      danger
      name={`撤下：${of.title}`}
      ask="确定撤下该议题吗？"
      yes="撤下"
      onConfirm={() => drop.mutate({ id: of.id })}
    >
      撤下
    </ConfirmButton>
  )
}

const worded = agendaItem.pick({ title: true, text: true, notes: true })
function WordDialog({ of, noted, onClose }: { of: Item | null; noted: boolean; onClose: () => void }) {
  const say = useSay()
  const change = useMutation(command('council/changeAgenda'))
  return (
    <Dialog title={noted ? '记录讨论情况' : '修改议题'} open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          of={worded}
          initial={{ title: of.title, text: of.text, notes: of.notes }}
          hints={{ notes: '写入会议纪要。' }}
          onCancel={onClose}
          onSave={async (given) => {
            await change.mutateAsync({ id: of.id, ...given })
            say.done('议题已保存')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
