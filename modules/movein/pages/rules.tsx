/** The rules of moving in: clocks and limits, and how rooms are weighed against a need; by version, tried before they are enacted. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moveInStates, timed } from '#modules/movein/flow.ts'
import { checkKinds } from '#modules/movein/model.ts'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { ClockRuleForm } from './rule/clock-rule.tsx'
import { WeightsForm } from './rule/weights.tsx'
import './move-in.css'

export type Rules = Out<'movein/rules'>

export default function MoveInRules() {
  const asked = useQuery(query('movein/rules', {}))
  return (
    <PageFrame
      title="入驻规则"
      description="各环节时限、会商面积、清单责任单位和房源评分都是规则数据；修订后自生效之日起适用，已开始的环节按原时限计。"
      crumbs={[{ title: '企业入驻', to: '/office/move-ins' }, { title: '入驻规则' }]}
    >
      <Loaded from={asked}>
        {(rules) => (
          <Halves>
            <Clocks of={rules} />
            <Weights of={rules} />
          </Halves>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Clocks({ of }: { of: Rules }) {
  const { role } = useMe()
  const [open, turn] = useState(false)
  const { now, moveIn } = of
  return (
    <Panel
      title="时限与会商"
      actions={
        role === 'office' && (
          <Act inline onClick={() => turn(true)}>
            修订
          </Act>
        )
      }
    >
      <Stack>
        <Facts of={timed.map((state) => ({ title: moveInStates[state], value: `${now.days[state]} 个工作日` }))} />
        <Facts
          of={[
            { title: '提请会商', value: `意向面积达到 ${now.jointArea} ㎡` },
            { title: '清单时限', value: `${now.checkDays} 个工作日` },
            ...Object.entries(checkKinds).map(([kind, title]) => ({ title, value: now.owners[kind] ?? '园城' })),
          ]}
        />
        <Versions of={moveIn} />
      </Stack>
      <Dialog title="修订入驻规则" wide open={open} onClose={() => turn(false)}>
        <ClockRuleForm of={now} onClose={() => turn(false)} />
      </Dialog>
    </Panel>
  )
}

function Weights({ of }: { of: Rules }) {
  const { role } = useMe()
  const [open, turn] = useState(false)
  const { weights, criteria, match } = of
  const points = weights.weights as Record<string, number>
  return (
    <Panel
      title="房源评分"
      actions={
        role === 'office' && (
          <Act inline onClick={() => turn(true)}>
            修订与试算
          </Act>
        )
      }
    >
      <Stack>
        <ul className="move-in-marks">
          {criteria.map(({ name, title }) => (
            <li key={name}>
              <span>{title}</span>
              <span className="move-in-bar" aria-hidden>
                <i style={{ width: `${points[name] ?? 0}%` }} />
              </span>
              <span className="number">{points[name]} 分</span>
              <span />
            </li>
          ))}
        </ul>
        <Versions of={match} />
      </Stack>
      <Dialog title="修订匹配规则" wide open={open} onClose={() => turn(false)}>
        <WeightsForm of={of} onClose={() => turn(false)} />
      </Dialog>
    </Panel>
  )
}

function Versions({ of }: { of: readonly { id: string; since: string; basis: string }[] }) {
  if (of.length === 0) return <p className="quiet">尚未制定，按系统默认规则办理。</p>
  return (
    <ul>
      {of.map(({ id, since, basis }) => (
        <li key={id} className="quiet">
          <span className="number">{since}</span> 起：{basis}
        </li>
      ))}
    </ul>
  )
}
