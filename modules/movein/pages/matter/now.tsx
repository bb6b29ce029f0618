/** What is to do now with a matter: the steps of its state, and why one cannot be taken yet. */
import { useState } from 'react'
import { Act } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import type { Whole } from '../words.ts'
import { DrawUpDialog } from './draw-up.tsx'
import { elsewhere, StepDialog, type StepName } from './steps.tsx'

const asked: Partial<Record<Whole['matter']['status'], string>> = {
  matching: '按需求推荐房源：在下方选定房源后推荐。',
  viewing: '与申请人约定看房，看后登记反馈；也可直接提交申请。',
  applying: '待申请人选定房源并提交申请，园城也可代为提交。',
  reviewing: '审核企业条件、产业定位和意向房源。',
  deliberating: '由领导小组办公室组织会商。',
  contracting: '起草租赁合同，双方签字后登记签订。',
  handover: '与企业办理房屋交接，上传交付确认单。',
  settling: '各责任单位办结入驻清单后，办结入驻。',
}
const quiet: readonly StepName[] = ['return', 'refuse', 'withdraw']

export function Now({ of }: { of: Whole }) {
  const [step, take] = useState<StepName | null>(null)
  const [drawing, draw] = useState(false)
  const { matter, next, why, lease } = of
  const about = asked[matter.status]
  const steps = next.filter((one) => !elsewhere.includes(one.step))
  const main = steps.filter((one) => !quiet.includes(one.step))
  const ready = main.find((one) => one.why === null)?.step
  if (!about)
    return matter.outcome ? <Notice tone={matter.status === 'movedIn' ? 'success' : 'info'}>{matter.outcome}</Notice> : null
  return (
    <Panel title="现在要办">
      <Stack tight>
        <p>{why && next.length > 0 ? why : about}</p>
        {why === null && (
          <Row>
            {matter.status === 'contracting' && (
              <Act main={!lease} onClick={() => draw(true)}>
                {lease?.status === 'draft' ? '修改合同草稿' : '起草租赁合同'}
              </Act>
            )}
            {main.map((one) => (
              <Permitted
                key={one.step}
                main={one.step === ready}
                when={one.why === null}
                because={one.why ?? ''}
                onClick={() => take(one.step)}
              >
                {one.label}
              </Permitted>
            ))}
            {steps
              .filter((one) => quiet.includes(one.step) && one.why === null)
              .map((one) => (
                <Act key={one.step} inline danger={one.step === 'refuse'} onClick={() => take(one.step)}>
                  {one.label}
                </Act>
              ))}
          </Row>
        )}
        {why === null &&
          main
            .filter((one) => one.why !== null)
            .map((one) => (
              <p key={one.step} className="quiet">
                {one.label}：{one.why}
              </p>
            ))}
      </Stack>
      <StepDialog of={of} step={step} onClose={() => take(null)} />
      {drawing && <DrawUpDialog of={of} onClose={() => draw(false)} />}
    </Panel>
  )
}
