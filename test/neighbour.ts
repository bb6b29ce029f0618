/** 示例区（演示）: a second district in the same database, for tests that nothing crosses the border. Not part of the demo. */
import { orgs } from '#modules/org/tables.ts'
import { plans, tasks } from '#modules/plan/tables.ts'
import { type Actor, type Db, machine } from '#platform/context.ts'
import { session } from '#platform/session.ts'
import { idOf } from '#seed/identity.ts'

export const neighbourRegion = '500199'
const id = (...names: string[]) => idOf(neighbourRegion, ...names)
const bodies = { 示例区经济信息委: 'department', 示例区科技局: 'department', 示例园城公司: 'company', 示例镇: 'town' } as const

/** Its office, and somebody of a park there. */
export const office: Actor = {
  id: id('person', '邻科'),
  name: '邻科',
  role: 'office',
  org: id('org', '示例区经济信息委'),
  region: neighbourRegion,
}
export const park: Actor = {
  id: id('person', '邻园'),
  name: '邻园',
  role: 'park',
  org: id('org', '示例园城公司'),
  region: neighbourRegion,
}
/** Its draft, and the one task in it. */
export const draft = { plan: id('plan'), task: id('task'), taskKey: id('task key') }

/** A few organisations and a plan that is still a draft. */
export async function settleNeighbour(root: Db, now = new Date('2025-11-03T10:00:00+08:00')): Promise<void> {
  const { run } = session(root, () => now)
  await run(machine(neighbourRegion), 'seed', ({ db }) =>
    db.insert(orgs).values(
      Object.entries(bodies).map(([name, kind]) => ({
        id: id('org', name),
        name,
        shortName: name,
        kind,
        parent: null,
        aliases: [],
        areaCode: null,
        duties: null,
        since: null,
        until: null,
      })),
    ),
  )
  await run(office, 'plan/importDocument', async ({ db }) => {
    await db.insert(plans).values({
      id: draft.plan,
      series: id('series'),
      version: 1,
      status: 'draft',
      title: '示例区软件产业行动方案（2025—2027年）（演示）',
      documentNumber: null,
      issuer: '示例区人民政府办公室',
      issuedOn: '2025-10-28',
      from: 2025,
      to: 2027,
      follows: null,
      file: null,
      text: '示例区软件产业行动方案（2025—2027年）（演示）\n1.建设示例园区。（责任单位：示例园城公司）',
      directions: [],
      workingGroups: [],
      copiedTo: [],
      warnings: [],
      publishedOn: null,
      publishedBy: null,
      revision: null,
      demo: true,
    })
    await db.insert(tasks).values({
      id: draft.task,
      plan: draft.plan,
      key: draft.taskKey,
      ordinal: 0,
      spanStart: null,
      spanEnd: null,
      number: '1',
      title: '建设示例园区',
      text: '建设示例园区。',
      taskGroup: null,
    })
  })
}
