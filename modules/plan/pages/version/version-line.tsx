/** One version in the list of versions, with what this person may do with it. */
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { states } from '#modules/plan/flow.ts'
import { command, type Out } from '#web/client.ts'
import { ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { versionOf } from '../kinds.ts'
import { ReviseButton } from './revise.tsx'

export type Head = Out<'plan/list'>[number]

export function VersionLine({ version, drafted }: { version: Head; drafted: boolean }) {
  const { id, status, revision, publishedOn, publishedBy, can, demo } = version
  const draft = status === 'draft'
  return (
    <li className="version">
      <div className="version-words">
        <div className="row">
          <Link to={`/office/plans/${id}`}>{versionOf(version)}</Link>
          <StatusTag of={states} is={status} />
          {demo && <Mark>演示数据</Mark>}
          {publishedOn && (
            <span className="quiet">
              {publishedBy} {publishedOn} 发布
            </span>
          )}
        </div>
        {revision && <p className="version-reason">修订说明：{revision}</p>}
      </div>
      <div className="row version-acts">
        <GoTo inline to={`/office/plans/${id}`}>
          {draft && can.includes('publish') ? '核对并发布' : '查看'}
        </GoTo>
        {version.version > 1 && (
          <GoTo inline to={`/office/plans/${id}/changes`}>
            与上一版对照
          </GoTo>
        )}
        {can.includes('revise') && (
          <>
            <ReviseButton plan={version} inline blocked={drafted} />
            {drafted && <span className="quiet">已有修订草稿</span>}
          </>
        )}
        {can.includes('close') && <CloseButton id={id} />}
        {draft && can.includes('publish') && <DiscardButton id={id} />}
      </div>
    </li>
  )
}

function CloseButton({ id }: { id: string }) {
  const say = useSay()
  const close = useMutation(command('plan/close'))
  return (
    <ConfirmButton
      inline
      busy={close.isPending}
      ask="结束该方案？"
      about="结束后不再修订，任务与目标不再更新。该操作不能撤销。"
      yes="结束"
      onConfirm={() => close.mutate({ id }, { onSuccess: () => say.done('方案已结束'), onError: say.failed })}
    >
      结束
    </ConfirmButton>
  )
}

function DiscardButton({ id }: { id: string }) {
  const say = useSay()
  const discard = useMutation(command('plan/discard'))
  return (
    <ConfirmButton
      inline
      danger
      busy={discard.isPending}
      ask="放弃这份草稿？"
      about="草稿及其中已核对的内容将被删除，办理日志保留记录。"
      yes="放弃草稿"
      onConfirm={() => discard.mutate({ id }, { onSuccess: () => say.done('草稿已放弃'), onError: say.failed })}
    >
      放弃草稿
    </ConfirmButton>
  )
}
