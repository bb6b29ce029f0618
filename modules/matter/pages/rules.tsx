/** The rules of supervision by version: when one climbs, when a card is given, how long to sign and to reply. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { levels, matterRule } from '#modules/matter/model.ts'
import { count } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Facts, PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import type { Column } from '#web/ui/table.tsx'

type Rules = Out<'matter/rules'>
type Version = Rules['versions'][number]

export default function MatterRules() {
  const asked = useQuery(query('matter/rules', {}))
  const versions = useQuery({ ...query('matter/rules', {}), select: (of: Rules) => of.versions })
  return (
    <PageFrame
      title="督办规则"
      description="提醒、升级、亮牌和通知的时限都是规则数据，均按工作日计；修订后自生效之日起适用。"
      crumbs={[{ title: '督办事项', to: '/office/matters' }, { title: '督办规则' }]}
    >
      <Panel title="今日适用">
        <Loaded from={asked}>{({ now }) => <InForce of={now} />}</Loaded>
      </Panel>
      <RulePanel
        title="督办规则"
        from={versions}
        columns={columns}
        empty={{ title: '尚未制定督办规则', about: '目前按系统默认规则办理，月报逾期不亮牌；由领导小组办公室制定后适用。' }}
        wide
        revise={(last, close) => <RuleForm of={last ?? asked.data?.now} onClose={close} />}
      />
    </PageFrame>
  )
}

const workdays = (days: number) => `${days} 个工作日`
const InForce = ({ of }: { of: Rules['now'] }) => (
  <Facts
    of={[
      { title: '到期提醒', value: `提前 ${workdays(of.remindDays)}` },
      {
        title: '逾期升级',
        value: (['unit', 'team', 'office'] as const).map((level) => `${levels[level]} ${of.climb[level]}`).join('，'),
      },
      { title: '求助答复', value: `${levels.team} ${of.help.team}，${levels.office} ${of.help.office}` },
      { title: '逾期亮黄牌', value: `满 ${workdays(of.yellowAfter)}` },
      { title: '逾期亮红牌', value: `满 ${workdays(of.redAfter)}` },
      { title: '黄牌转红牌', value: `年内满 ${of.redByYellows} 张` },
      { title: '通知签收', value: workdays(of.signDays) },
      { title: '通知回复', value: workdays(of.replyDays) },
    ]}
  />
)

const columns: Column<Version>[] = [
  { key: 'climb', title: '升级', show: ({ climb }) => `${climb.unit}／${climb.team}／${climb.office}` },
  { key: 'help', title: '求助', show: ({ help }) => `${help.team}／${help.office}` },
  { key: 'cards', title: '黄牌／红牌', show: ({ yellowAfter, redAfter }) => `${yellowAfter}／${redAfter}` },
  { key: 'repeated', title: '转红牌', show: ({ redByYellows }) => `${redByYellows} 张` },
  { key: 'notice', title: '签收／回复', show: ({ signDays, replyDays }) => `${signDays}／${replyDays}` },
]

const { since, basis, remindDays, yellowAfter, redAfter, redByYellows, signDays, replyDays } = matterRule.shape
const days = (title: string) => count(title, '个工作日')
const form = z.object({
  ...{
    since,
    remindDays,
    climbUnit: days('责任单位逾期升级'),
    climbTeam: days('工作组逾期升级'),
    climbOffice: days('办公室逾期升级'),
  },
  ...{ helpTeam: days('工作组答复求助'), helpOffice: days('办公室答复求助') },
  ...{ yellowAfter, redAfter, redByYellows, signDays, replyDays, basis },
})

function RuleForm({ of, onClose }: { of: Rules['now'] | undefined; onClose: () => void }) {
  const say = useSay()
  const enact = useMutation(command('matter/enactRule'))
  const initial = of && {
    ...of,
    since: undefined,
    ...{ climbUnit: of.climb.unit, climbTeam: of.climb.team, climbOffice: of.climb.office },
    ...{ helpTeam: of.help.team, helpOffice: of.help.office },
  }
  return (
    <RecordForm
      of={form}
      columns={2}
      initial={initial}
      save="发布"
      onCancel={onClose}
      onSave={async ({ climbUnit, climbTeam, climbOffice, helpTeam, helpOffice, ...rest }) => {
        await enact.mutateAsync({
          ...rest,
          climb: { unit: climbUnit, team: climbTeam, office: climbOffice },
          help: { team: helpTeam, office: helpOffice },
        })
        say.done(`新规则自 ${rest.since} 起生效`)
        onClose()
      }}
    />
  )
}
