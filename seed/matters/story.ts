/** The course of a matter that has come to its end, as scenes (演示数据). */
import { cancel, confirm, decideDelay, giveBack } from '#modules/matter/actions/judge.ts'
import { raiseMatter, requestHelp } from '#modules/matter/actions/open.ts'
import { answerHelp, askDelay, finish, reportProgress } from '#modules/matter/actions/reply.ts'
import { closeSupervision, issueSupervision, replySupervision, signSupervision } from '#modules/matter/actions/supervision.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed, orgId } from '../cast.ts'
import type { Scene } from '../stage.ts'
import type { Past } from './past.ts'
import { paper, scene, taskOf, unitOn } from './scene.ts'

export function storyOf(of: Past, region: string): Scene[] {
  const { on, owner, title, dueOn, doneOn, turn, outcome } = of
  const [office, leader] = [actorNamed('周科', region), actorNamed('顾常务', region)]
  const by = (day: string) => unitOn(owner, day, region)
  const soon = addWorkdays(on, 3)
  const done = addWorkdays(doneOn, -1)
  /** Known once it is raised. */
  let id = ''
  const end =
    turn === 'cancel'
      ? [scene(doneOn, 15, office, 'cancel', (ctx) => cancel(ctx, { id, reason: outcome }))]
      : [
          scene(done, 14, by(done), 'finish', (ctx) =>
            finish(ctx, { id, text: `${outcome}，佐证附后。`, file: paper(`${title}佐证`) }),
          ),
          scene(doneOn, 15, office, 'confirm', (ctx) => confirm(ctx, { id, outcome })),
        ]
  return [
    scene(on, 10, of.origin === 'problem' ? by(on) : of.origin === 'instruction' ? leader : office, 'raise', async (ctx) => {
      const words = { title, text: `${title}，按要求于 ${dueOn} 前办结并报送情况。`, dueOn, task: await taskOf(ctx, of.task) }
      const { origin, source } = of
      ;({ id } =
        origin === 'problem'
          ? await requestHelp(ctx, words)
          : await raiseMatter(ctx, { ...words, origin, source, owner: orgId(owner, region) }))
    }),
    ...(of.origin === 'problem'
      ? [
          scene(addWorkdays(on, 2), 16, office, 'answerHelp', (ctx) =>
            answerHelp(ctx, { id, opinion: '已与供电单位商定方案，请按方案推进。' }),
          ),
        ]
      : []),
    scene(soon, 11, by(soon), 'reportProgress', (ctx) => reportProgress(ctx, { id, text: '已明确责任人，正在办理。' })),
    ...(turn ? turns[turn](region, of, () => id) : []),
    ...end,
  ]
}

type Turn = (region: string, of: Past, id: () => string) => Scene[]
const turns: Record<NonNullable<Past['turn']>, Turn> = {
  cancel: () => [],
  back: (region, { owner, dueOn }, id) => {
    const day = addWorkdays(dueOn, -3)
    return [
      scene(day, 9, unitOn(owner, day, region), 'finish', (ctx) => finish(ctx, { id: id(), text: '已整改。' })),
      scene(day, 16, actorNamed('周科', region), 'giveBack', (ctx) =>
        giveBack(ctx, { id: id(), opinion: '两处仍未整改到位，请继续办理。' }),
      ),
    ]
  },
  delay: (region, { owner, dueOn, doneOn }, id) => {
    const day = addWorkdays(dueOn, -2)
    return [
      scene(day, 9, unitOn(owner, day, region), 'askDelay', (ctx) =>
        askDelay(ctx, { id: id(), text: '外出对接的企业较多，需再核实。', until: doneOn }),
      ),
      scene(day, 16, actorNamed('周科', region), 'decideDelay', (ctx) =>
        decideDelay(ctx, { id: id(), granted: true, opinion: '情况属实，同意延期一次。' }),
      ),
    ]
  },
  notice: (region, { owner, title, dueOn }, id) => {
    const issued = addWorkdays(dueOn, 3)
    const office = actorNamed('周科', region)
    const unit = (day: string) => unitOn(owner, day, region)
    let notice = ''
    const [signed, replied, closed] = [1, 4, 6].map((days) => addWorkdays(issued, days)) as [string, string, string]
    return [
      scene(issued, 10, office, 'issueSupervision', async (ctx) => {
        const words = { title, text: `“${title}”已逾期，请抓紧办理并书面回复。` }
        ;({ id: notice } = await issueSupervision(ctx, { matter: id(), ...words }))
      }),
      scene(signed, 9, unit(signed), 'signSupervision', (ctx) => signSupervision(ctx, { id: notice })),
      scene(replied, 15, unit(replied), 'replySupervision', (ctx) =>
        replySupervision(ctx, { id: notice, text: '已与两所高校商定名额，协议在办。', file: paper(`${title}回复`) }),
      ),
      scene(closed, 15, office, 'closeSupervision', (ctx) =>
        closeSupervision(ctx, { id: notice, opinion: '回复属实，准予办结。' }),
      ),
    ]
  },
}
