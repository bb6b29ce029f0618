/** Who is to come and who came: the code on the wall, answers of units, and what the office puts right by hand. */
import { useMutation } from '@tanstack/react-query'
import { toDataURL } from 'qrcode'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { attendance, ways } from '#modules/council/model.ts'
import { ref, yes } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { usePosts } from '../plan-form.tsx'
import type { Meeting, Present } from '../words.ts'

export function AttendancePanel({ of }: { of: Meeting }) {
  const me = useMe()
  const say = useSay()
  const office = me.role === 'office'
  const plans = office && (of.status === 'preparing' || of.status === 'called')
  const [code, showCode] = useState(false)
  const [inviting, invite] = useState(false)
  const [asked, ask] = useState<{ of: Present; way: 'answer' | 'hand' } | null>(null)
  const all = useMutation({
    ...command('council/inviteAll'),
    onSuccess: ({ added }) => say.done(added ? `已拟定 ${added} 人` : '成员单位都已在名单中'),
    onError: say.failed,
  })
  const remove = useMutation({ ...command('council/uninvite'), onSuccess: () => say.done('已移出参会名单'), onError: say.failed })
  const came = of.attendances.filter(({ signedAt }) => signedAt !== null).length
  const waits = of.token !== null && (of.status === 'called' || of.status === 'open')
  return (
    <Panel
      title={`参会人员（到会 ${came}/${of.attendances.length}）`}
      flush
      actions={
        <Row>
          {waits && <Act onClick={() => showCode(true)}>签到码</Act>}
          {plans && (
            <Act busy={all.isPending} onClick={() => all.mutate({ id: of.id })}>
              按成员拟定
            </Act>
          )}
          {office && (plans || of.status === 'open') && <Act onClick={() => invite(true)}>增加</Act>}
        </Row>
      }
    >
      {of.attendances.length ? (
        <ul className="present">
          {of.attendances.map((one) => (
            <li key={one.id}>
              <span className="present-who">
                {one.orgName} <b>{one.name}</b> <span className="quiet">{one.title}</span>
                {one.standsInFor && <span className="quiet">，代{one.standsInFor}</span>}
                {one.excuse && one.signedAt === null && !one.standsInFor && <span className="quiet">，请假：{one.excuse}</span>}
              </span>
              <Row>
                {one.signedAt ? (
                  <span title={`${moment(one.signedAt)} ${ways[one.way ?? 'hand']}`}>
                    <Mark tone="good">{one.way === 'hand' ? '代为登记' : '已签到'}</Mark>
                  </span>
                ) : (
                  (of.status === 'open' || of.status === 'closed' || of.status === 'minuted') && <Mark>未到会</Mark>
                )}
                {of.status === 'called' && one.signedAt === null && (office || one.org === me.org?.id) && (
                  <Act inline name={`回复：${one.orgName}${one.name}`} onClick={() => ask({ of: one, way: 'answer' })}>
                    回复
                  </Act>
                )}
                {office && (of.status === 'open' || of.status === 'closed') && (
                  <Act inline name={`登记到会：${one.orgName}${one.name}`} onClick={() => ask({ of: one, way: 'hand' })}>
                    登记
                  </Act>
                )}
                {plans && one.signedAt === null && (
                  <ConfirmButton
                    inline
                    danger
                    name={`移出：${one.orgName}${one.name}`}
                    ask={`确定将${one.name}移出参会名单吗？`}
                    yes="移出"
                    onConfirm={() => remove.mutate({ id: one.id })}
                  >
                    移出
                  </ConfirmButton>
                )}
              </Row>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="尚未拟定参会人员" />
      )}
      <Dialog title="扫码签到" open={code} onClose={() => showCode(false)}>
        <Code of={of} came={came} />
      </Dialog>
      <Dialog title="增加参会人员" open={inviting} onClose={() => invite(false)}>
        <Invite of={of} onClose={() => invite(false)} />
      </Dialog>
      <Dialog title={asked ? `${asked.of.orgName} ${asked.of.name}` : ''} open={asked !== null} onClose={() => ask(null)}>
        {asked?.way === 'answer' && <Answer of={asked.of} onClose={() => ask(null)} />}
        {asked?.way === 'hand' && <Hand of={asked.of} onClose={() => ask(null)} />}
      </Dialog>
    </Panel>
  )
}

/** Large enough to be scanned from the wall; the number goes up by itself. */
function Code({ of, came }: { of: Meeting; came: number }) {
  const [picture, draw] = useState<string | null>(null)
  const url = `${window.location.origin}/office/meetings/${of.id}/sign?code=${encodeURIComponent(of.token ?? '')}`
  useEffect(() => {
    toDataURL(url, { margin: 1, width: 420 }).then(draw, () => draw(null))
  }, [url])
  return (
    <div className="sign-code">
      {picture && <img src={picture} alt="签到二维码，扫描后登录即可签到" />}
      <p>
        已签到 <b className="number">{came}</b> 人，共 {of.attendances.length} 人
      </p>
      <p className="quiet">用手机扫描，以本人账号登录后签到；无法扫码的，由会务人员登记。</p>
    </div>
  )
}

type DialogOf = { of: Present; onClose: () => void }
const inviting = z.object({ post: ref('参会人', 'post') })
function Invite({ of, onClose }: { of: Meeting; onClose: () => void }) {
  const say = useSay()
  const invite = useMutation(command('council/invite'))
  return (
    <RecordForm
      of={inviting}
      choices={{ post: usePosts() }}
      save="增加"
      onCancel={onClose}
      onSave={async ({ post }) => {
        await invite.mutateAsync({ meeting: of.id, post })
        say.done('已增加')
        onClose()
      }}
    />
  )
}

const answering = z.object({
  name: attendance.shape.name.nullable().meta({ title: '代会人员', storage: 'text' }),
  title: attendance.shape.title.nullable(),
  excuse: attendance.shape.excuse,
})
function Answer({ of, onClose }: DialogOf) {
  const say = useSay()
  const answer = useMutation(command('council/answerInvitation'))
  return (
    <RecordForm
      of={answering}
      hints={{ name: '由他人代会的填写。', title: '代会人员的职务。', excuse: '不能参会的填写原因。' }}
      save="回复"
      onCancel={onClose}
      onSave={async (given) => {
        await answer.mutateAsync({ id: of.id, ...given })
        say.done('已回复')
        onClose()
      }}
    />
  )
}

const signing = z.object({
  present: yes('已到会'),
  name: attendance.shape.name.nullable().meta({ title: '到会人员', storage: 'text' }),
  excuse: attendance.shape.excuse,
})
function Hand({ of, onClose }: DialogOf) {
  const say = useSay()
  const sign = useMutation(command('council/signByHand'))
  return (
    <RecordForm
      of={signing}
      initial={{ present: true, name: of.name, excuse: of.excuse }}
      hints={{ excuse: '未到会的填写。' }}
      onCancel={onClose}
      onSave={async (given) => {
        await sign.mutateAsync({ id: of.id, ...given })
        say.done('已登记')
        onClose()
      }}
    />
  )
}
