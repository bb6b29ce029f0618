/** Which organisations a printed unit name may mean. A suggestion only: a person confirms. */

type Named = { id: string; name: string; shortName: string; kind: string; aliases: string[]; until?: string | null }
type Membership = { body: string; org: string; until: string | null }

export type Suggestion = {
  orgs: string[]
  /** Why these: shown beside the suggestion. */
  reason: string
}

const bare = (name: string) => name.replace(/[\s（）()]/g, '').replace(/^(重庆市)?(北碚区|区)/, '')

/**
 * Full name, short name or alias; then the same without the district's prefix. A group name (园城公司, 镇街, 相关部门) means its
 * members. No match suggests nothing.
 */
export function suggest(printed: string, orgs: Named[], members: Membership[]): Suggestion {
  const alive = orgs.filter(({ until }) => !until)
  const exact = alive.filter(({ name, shortName, aliases }) => [name, shortName, ...aliases].includes(printed))
  const found = exact.length
    ? exact
    : alive.filter(({ name, shortName, aliases }) => [name, shortName, ...aliases].some((n) => bare(n) === bare(printed)))
  const [only] = found
  if (!only) return { orgs: [], reason: '名录中没有相同的单位，请人工选择' }
  if (found.length > 1) return { orgs: [], reason: `名录中有 ${found.length} 个叫法相同的单位，请人工选择` }
  if (only.kind !== 'group') return { orgs: [only.id], reason: exact.length ? '名称相同' : '去掉区名后名称相同' }
  const expanded = members.filter(({ body, until }) => body === only.id && until === null).map(({ org }) => org)
  return expanded.length
    ? { orgs: expanded, reason: `统称，展开为 ${expanded.length} 个成员单位` }
    : { orgs: [], reason: '统称，尚未登记成员单位，请人工选择' }
}
