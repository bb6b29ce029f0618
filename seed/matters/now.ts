/** Matters under way on the day the demo opens: late with a card and a notice, climbed, asking for a delay or for help, waiting to be judged, on time (演示数据). */
import { raiseMatter, requestHelp, requestPart } from '#modules/matter/actions/open.ts'
import { askDelay, finish, reportProgress } from '#modules/matter/actions/reply.ts'
import { issueSupervision, signSupervision } from '#modules/matter/actions/supervision.ts'
import { actorNamed, orgId } from '../cast.ts'
import type { Scene } from '../stage.ts'
import { paper, scene, taskOf, unitOn } from './scene.ts'

type Given = {
  origin: 'instruction' | 'check' | 'overdue'
  source: string
  title: string
  owner: string
  task: number
  dueOn: string
}
type Then = [day: string, hour: number, by: string, action: string, work: (id: string) => Scene['work']]

export function presentScenes(region: string): Scene[] {
  const matter = (on: string, given: Given, then: Then[]): Scene[] => {
    let id = ''
    const by = actorNamed(given.origin === 'instruction' ? '顾常务' : '周科', region)
    return [
      scene(on, 10, by, 'raiseMatter', async (ctx) => {
        const { task, owner, title, ...words } = given
        const text = `${title}，请于 ${given.dueOn} 前办结并报送佐证。`
        const to = { owner: orgId(owner, region), task: await taskOf(ctx, task), evidenceWanted: '办理情况说明和佐证材料' }
        ;({ id } = await raiseMatter(ctx, { ...words, title, text, ...to }))
      }),
      ...then.map(([day, hour, who, action, work]) => scene(day, hour, actorOn(who, day), action, (ctx) => work(id)(ctx))),
    ]
  }
  const actorOn = (who: string, day: string) => (who === '周科' ? actorNamed(who, region) : unitOn(who, day, region))
  let notice = ''
  return [
    ...matter(
      '2025-10-27',
      {
        ...{ origin: 'instruction', source: '顾常务在数字谷现场会上的批示', title: '完成数字谷二期两层交付', owner: '缙云公司' },
        ...{ task: 8, dueOn: '2025-11-20' },
      },
      [
        [
          '2025-11-03',
          11,
          '缙云公司',
          'reportProgress',
          (id) => (ctx) => reportProgress(ctx, { id, text: '装修已完成，消防验收排期中。' }),
        ],
        [
          ...(['2025-11-28', 9, '周科', 'issueSupervision'] as const),
          (id) => async (ctx) => {
            const text = '该事项已逾期。请说明原因，明确完成日期，并附消防验收受理凭证。'
            ;({ id: notice } = await issueSupervision(ctx, { matter: id, title: '数字谷二期交付逾期', text }))
          },
        ],
        ['2025-12-01', 9, '缙云公司', 'signSupervision', () => (ctx) => signSupervision(ctx, { id: notice })],
      ],
    ),
    ...matter(
      '2025-10-13',
      {
        ...{ origin: 'overdue', source: '9 月任务矩阵红灯', title: '补齐高新技术企业培育进度', owner: '区科技局' },
        ...{ task: 16, dueOn: '2025-11-10' },
      },
      [
        [
          '2025-11-06',
          15,
          '区科技局',
          'reportProgress',
          (id) => (ctx) => reportProgress(ctx, { id, text: '尚有 6 家材料待补。' }),
        ],
      ],
    ),
    ...matter(
      '2025-11-10',
      {
        ...{
          origin: 'instruction',
          source: '顾常务在三季度调度会上的批示',
          title: '开放一批公共数据场景',
          owner: '区大数据发展局',
        },
        ...{ task: 15, dueOn: '2025-12-05' },
      },
      [
        [
          ...(['2025-12-01', 15, '区大数据发展局', 'askDelay'] as const),
          (id) => (ctx) => askDelay(ctx, { id, text: '两个场景的数据安全评估未完成。', until: '2025-12-26' }),
        ],
      ],
    ),
    ...matter(
      '2025-11-12',
      {
        ...{ origin: 'check', source: '11 月现场核查', title: '更新上市后备企业服务台账', owner: '区金融发展中心' },
        ...{ task: 13, dueOn: '2025-12-03' },
      },
      [
        [
          ...(['2025-12-01', 16, '区金融发展中心', 'finish'] as const),
          (id) => (ctx) => finish(ctx, { id, text: '台账已逐户更新，附服务记录。', file: paper('上市后备企业服务台账') }),
        ],
      ],
    ),
    ...matter(
      '2025-11-17',
      {
        ...{ origin: 'check', source: '11 月现场核查', title: '核对辖区楼宇入驻企业名单', owner: '天生街道' },
        ...{ task: 10, dueOn: '2025-12-12' },
      },
      [],
    ),
    ...matter(
      '2025-11-24',
      {
        ...{ origin: 'instruction', source: '顾常务在政策兑现专题会上的批示', title: '落实四季度兑现资金', owner: '区财政局' },
        ...{ task: 2, dueOn: '2025-12-19' },
      },
      [
        [
          '2025-11-27',
          10,
          '区财政局',
          'reportProgress',
          (id) => (ctx) => reportProgress(ctx, { id, text: '资金已列入本月用款计划。' }),
        ],
      ],
    ),
    ...matter(
      '2025-11-20',
      {
        ...{ origin: 'instruction', source: '顾常务在月度调度会上的批示', title: '起草年度工作总结', owner: '区经济信息委' },
        ...{ task: 21, dueOn: '2025-12-04' },
      },
      [],
    ),
    scene('2025-11-27', 15, unitOn('蔡家公司', '2025-11-27', region), 'requestHelp', async (ctx) =>
      requestHelp(ctx, {
        ...{ title: '标准厂房产权分割登记', task: await taskOf(ctx, 9), dueOn: '2025-12-18' },
        text: '两栋标准厂房需分割登记后方可出租，涉及多个部门，请工作组协调。',
      }),
    ),
    scene('2025-11-25', 10, unitOn('区科技局', '2025-11-25', region), 'requestPart', async (ctx) =>
      requestPart(ctx, {
        ...{ title: '提供研发人员社保缴纳核验', owner: orgId('区人力社保局', region), dueOn: '2025-12-10' },
        ...{ task: await taskOf(ctx, 16), text: '认定高新技术企业需核验研发人员，请协助批量核验。' },
      }),
    ),
  ]
}
