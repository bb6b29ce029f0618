/** The head of the workbench: which version this is, who published it when, and what may be done with it as a whole. */
import { useMutation } from '@tanstack/react-query'
import { states } from '#modules/plan/flow.ts'
import { command, download } from '#web/client.ts'
import { Act, ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { icons } from '#web/ui/icons.tsx'
import { useDesk } from './desk.ts'
import { versionOf } from './kinds.ts'
import { ReviseButton } from './version/revise.tsx'

export function WorkbenchHead() {
  const { plan } = useDesk().whole
  const say = useSay()
  const original = useMutation(download('plan/original'))
  return (
    <header className="bench-head">
      <div className="bench-title">
        <nav className="crumbs" aria-label="当前位置">
          <GoTo inline to="/office/plans">
            方案版本
          </GoTo>
        </nav>
        <h1 title={plan.title}>{plan.title}</h1>
        <div className="row bench-marks">
          <StatusTag of={states} is={plan.status} />
          <span className="quiet">{versionOf(plan)}</span>
          {plan.publishedOn && (
            <span className="quiet">
              {plan.publishedBy} {plan.publishedOn} 发布
            </span>
          )}
          {plan.demo && <Mark>演示数据</Mark>}
        </div>
      </div>
      <div className="row">
        {plan.file && (
          <Act
            icon={icons.download}
            busy={original.isPending}
            onClick={() => original.mutate({ id: plan.id }, { onError: say.failed })}
          >
            原文件
          </Act>
        )}
        {plan.version > 1 && <GoTo to={`/office/plans/${plan.id}/changes`}>与上一版对照</GoTo>}
        {plan.can.includes('revise') && <ReviseButton plan={plan} />}
        {plan.can.includes('publish') && <PublishButton />}
      </div>
    </header>
  )
}

function PublishButton() {
  const { whole, open } = useDesk()
  const say = useSay()
  const publish = useMutation(command('plan/publish'))
  const { plan, lacking } = whole
  return (
    <>
      {lacking.length > 0 && (
        <Act inline onClick={() => open('publish')}>
          还有 {lacking.length} 处待补，补齐后方可发布
        </Act>
      )}
      <ConfirmButton
        main
        disabled={lacking.length > 0}
        busy={publish.isPending}
        ask="发布该方案？"
        about={`发布后内容不可改动，只能新建修订版本。${plan.version > 1 ? '上一版同时转为“已修订”。' : ''}`}
        yes="发布"
        onConfirm={() => publish.mutate({ id: plan.id }, { onSuccess: () => say.done('方案已发布'), onError: say.failed })}
      >
        发布
      </ConfirmButton>
    </>
  )
}
