/** A small district with its machinery: office, board, a working group that carries the first task, people in post, a rule of supervision. */
import { modules } from '#modules/index.ts'
import { charges, matterRules } from '#modules/matter/tables.ts'
import { watch } from '#modules/matter/watch.ts'
import { messages } from '#modules/message/tables.ts'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { openDistrict, publishPlan, region } from './it.ts'

export const rule = {
  since: '2024-01-01',
  climb: { unit: 5, team: 5, office: 10 },
  help: { team: 3, office: 5 },
  ...{ remindDays: 3, yellowAfter: 3, redAfter: 10, redByYellows: 3, signDays: 1, replyDays: 5 },
  basis: '演示规则',
}

/** 经信委 leads the group 场所组 that carries the task 盘活楼宇. */
export async function openSupervision() {
  const district = await openDistrict()
  const town = await publishPlan(district)
  const bodies = await district.run(machine(region), '2024-01-08', async ({ db }) => {
    const named = { 领导小组: 'board', 办公室: 'office', 场所组: 'team' } as const
    const found = await db
      .insert(orgs)
      .values(Object.entries(named).map(([name, kind]) => ({ name, shortName: name, kind, aliases: [] })))
      .returning()
    const of = Object.fromEntries(found.map(({ name, id }) => [name, id])) as Record<keyof typeof named, string>
    const since = '2024-01-08'
    await db.insert(charges).values({ team: of.场所组, task: town.tasks.building, lead: town.org.经信委, since, until: null })
    await db.insert(matterRules).values(rule)
    return of
  })
  const people: Record<string, Actor> = {}
  for (const [name, role, org] of [
    ['周科', 'office', town.org.经信委],
    ['柯科', 'department', town.org.科技局],
    ['钱科', 'department', town.org.财政局],
    ['老秦', 'park', town.org.园城],
    ['顾常务', 'leader', town.org.区政府],
  ] as const) {
    const id = await district.run(machine(region), '2024-01-08', async ({ db }) => {
      const [person] = await db.insert(persons).values({ name, account: null }).returning()
      await db.insert(posts).values({ person: person!.id, org, role, title: '科长', since: '2024-01-01', until: null })
      return person!.id
    })
    people[name] = { id, name, role, org, region }
  }
  const who = { office: people.周科!, science: people.柯科!, finance: people.钱科!, park: people.老秦!, leader: people.顾常务! }
  return {
    ...{ ...district, town, bodies, who },
    /** The machine looks at a day. */
    look: (day: string) => district.run(machine(region), day, watch),
    /** Titles of what a person was told, in order. */
    told: (of: Actor) =>
      district.run(machine(region), '2026-01-01', async ({ db }) =>
        (await db.select().from(messages).orderBy(messages.createdAt))
          .filter((one) => one.recipient === of.id)
          .map(({ title }) => title),
      ),
  }
}
export type Ground = Awaited<ReturnType<typeof openSupervision>>

/** Evidence to show. */
export const proof = { name: '整改情况.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4 整改情况')) }

/** By the office to 科技局 unless said otherwise, on 2024-06-03, due in two weeks. */
export const raised = (
  at: Ground,
  rest: Partial<Parameters<typeof modules.matter.raiseMatter>[1]> = {},
  by: Actor = at.who.office,
  day = '2024-06-03',
): Promise<string> =>
  at
    .play(by, day, modules.matter.raiseMatter, {
      ...{ origin: 'instruction', source: '区领导批示', title: '盘活闲置楼宇', text: '请提出办法', dueOn: '2024-06-17' },
      ...{ owner: at.town.org.科技局, ...rest },
    })
    .then(({ id }) => id)
