/** What changed between two versions of a plan: items are followed by their keys, and compared in the words people read. */
import { duties, targetKinds } from '#modules/plan/model.ts'
import { written } from '#modules/plan/quantity.ts'
import { type Kind, kinds, periodOf, type Whole } from '../kinds.ts'
import { promised } from '../promise.ts'

export type FieldChange = { title: string; before: string; after: string }
export type Change = {
  kind: Kind | 'plan'
  key: string
  what: 'added' | 'dropped' | 'changed'
  title: string
  fields: FieldChange[]
}

type Words = { kind: Change['kind']; key: string; title: string; fields: Record<string, string> }
type OrgName = (id: string) => string

/** Changed, added and dropped items in the order of the newer version, dropped ones after the rest of their kind. */
export function difference(before: Whole, after: Whole, orgName: OrgName): Change[] {
  const [older, newer] = [wordsOf(before, orgName), wordsOf(after, orgName)]
  const changes: Change[] = newer.flatMap((item): Change[] => {
    const same = older.find(({ kind, key }) => kind === item.kind && key === item.key)
    if (!same) return [{ ...heading(item), what: 'added', fields: [] }]
    const fields = Object.keys(item.fields).flatMap((title) => {
      const [was, is] = [same.fields[title]!, item.fields[title]!]
      return was === is ? [] : [{ title, before: was, after: is }]
    })
    return fields.length ? [{ ...heading(item), what: 'changed', fields }] : []
  })
  const dropped: Change[] = older
    .filter(({ kind, key }) => !newer.some((item) => item.kind === kind && item.key === key))
    .map((item) => ({ ...heading(item), what: 'dropped' as const, fields: [] }))
  const order: Change['kind'][] = ['plan', ...(Object.keys(kinds) as Kind[])]
  return [...changes, ...dropped].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

const heading = ({ kind, key, title }: Words) => ({ kind, key, title })

function wordsOf(whole: Whole, orgName: OrgName): Words[] {
  const { plan, goals, targets, zones, groups, tasks, safeguards } = whole
  const passage = (kind: Kind) => (row: { key: string; number: string | null; title: string; text: string }) => ({
    kind,
    key: row.key,
    title: row.title,
    fields: { 序号: row.number ?? '', 标题: row.title, 内容: row.text },
  })
  return [
    { kind: 'plan', key: 'plan', title: '基本信息', fields: particulars(plan) },
    ...goals.map(passage('goal')),
    ...targets.map((target) => targetWords(target, orgName)),
    ...zones.map(({ key, name, note, carriers, brand, text, org }) => ({
      kind: 'zone' as const,
      key,
      title: name,
      fields: {
        名称: name,
        说明: note ?? '',
        载体: carriers.join('、'),
        打造品牌: brand ?? '',
        对应园城: org ? orgName(org) : '',
        内容: text,
      },
    })),
    ...groups.map(({ key, number, title }) => ({
      kind: 'group' as const,
      key,
      title,
      fields: { 序号: number ?? '', 标题: title },
    })),
    ...tasks.map((task) => {
      const words = passage('task')(task)
      const group = groups.find(({ id }) => id === task.taskGroup)?.title ?? ''
      return { ...words, fields: { ...words.fields, 任务类别: group, 责任单位: unitWords(whole, task.id, orgName) } }
    }),
    ...safeguards.map(passage('safeguard')),
  ]
}

const particulars = (plan: Whole['plan']): Record<string, string> => ({
  方案名称: plan.title,
  发文字号: plan.documentNumber ?? '',
  发文机关: plan.issuer ?? '',
  成文日期: plan.issuedOn ?? '',
  实施期限: periodOf(plan),
  重点方向: plan.directions.join('、'),
  工作组: plan.workingGroups.join('、'),
  抄送: plan.copiedTo.join('、'),
})

function targetWords(target: Whole['targets'][number], orgName: OrgName): Words {
  const { key, subject, kind, year, scope, unit, keeper, owners } = target
  const { baselineValue, baselineYear, baselineSource } = target
  const baseline = baselineValue === null ? '' : `${written(baselineValue, unit)}（${baselineYear}年，${baselineSource}）`
  return {
    kind: 'target',
    key,
    title: subject,
    fields: {
      指标: subject,
      目标值: promised(target),
      类型: targetKinds[kind],
      完成年份: year === null ? '' : `${year}年`,
      适用范围: scope.join('、'),
      基期: baseline,
      填报单位: keeper ? orgName(keeper) : '',
      责任单位: owners.map(orgName).join('、'),
    },
  }
}

/** 牵头 区科技局、园城公司（缙云公司、蔡家公司） */
function unitWords({ units }: Whole, task: string, orgName: OrgName): string {
  const own = units.filter((unit) => unit.task === task).sort((a, b) => a.ordinal - b.ordinal)
  return [...new Set(own.map(({ printed }) => printed))]
    .map((printed) => {
      const rows = own.filter((unit) => unit.printed === printed)
      const meant = rows.flatMap(({ org }) => (org ? [orgName(org)] : [])).sort()
      const lead = rows[0]!.duty === 'lead' ? `${duties.lead} ` : ''
      return `${lead}${printed}${meant.length && meant.join() !== printed ? `（${meant.join('、')}）` : ''}`
    })
    .join('、')
}

/** Two texts as what they share at both ends and what stands between: [head, removed, added, tail]. */
export function cutShared(before: string, after: string): [string, string, string, string] {
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before[head] === after[head]) head++
  let tail = 0
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const end = (text: string) => text.length - tail
  return [before.slice(0, head), before.slice(head, end(before)), after.slice(head, end(after)), before.slice(end(before))]
}
