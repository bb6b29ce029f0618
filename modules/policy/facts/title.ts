/** Facts of titles and rights: which tier, since when, how many patents. A title that is not on record was not granted. */
import { never } from '#engines/policy/fact.ts'
import type { Days } from '#modules/ladder/known/asked.ts'
import { type Grant, grantsOf, isHeld, noGrants, noRights, rightsOf } from '#modules/ladder/known/holdings.ts'
import type { Title } from '#modules/ladder/titles.ts'
import type { Source } from './firm.ts'

/** From the highest tier. */
const tiers = [
  ['little-giant', '专精特新“小巨人”企业'],
  ['specialised', '专精特新中小企业'],
  ['innovative', '创新型中小企业'],
] as const satisfies [Title, string][]

export const titles: Source = {
  titles: ['专精特新梯度', '专精特新认定日期', '小巨人认定日期', '高新技术企业', '高新技术企业认定日期', '升规入统日期'],
  async add(ctx, firms, days, into) {
    const found = await grantsOf(ctx, { ...days, ids: firms.map(({ id }) => id) })
    for (const { id } of firms) Object.assign(into.get(id)!, ofGrants(found.get(id) ?? noGrants, days))
  },
}

function ofGrants(grants: readonly Grant[], { day }: Days) {
  const from = (value: string) => ({ value, asOf: day, source: '资质台账' })
  const held = (title: Title) => grants.some((one) => one.kind === title && isHeld(one, day))
  const first = (title: Title) => grants.find(({ kind }) => kind === title)?.grantedOn ?? never
  const highTech = grants.filter(({ kind }) => kind === 'high-tech')
  const valid = highTech.findLast((one) => isHeld(one, day))
  return {
    专精特新梯度: from(tiers.find(([title]) => held(title))?.[1] ?? '未入库'),
    专精特新认定日期: from(first('specialised')),
    小巨人认定日期: from(first('little-giant')),
    高新技术企业: from(valid ? (highTech.length > 1 ? '重新认定' : '首次认定') : '未认定'),
    高新技术企业认定日期: from(valid?.grantedOn ?? never),
    升规入统日期: from(first('above-scale')),
  }
}

export const rights: Source = {
  titles: ['有效发明专利', '软件著作权'],
  async add(ctx, firms, days, into) {
    const found = await rightsOf(ctx, { ...days, ids: firms.map(({ id }) => id) })
    for (const { id } of firms) {
      const { invention = 0, copyright = 0 } = found.get(id) ?? noRights
      const from = (value: number) => ({ value, asOf: days.day, source: '知识产权台账' })
      Object.assign(into.get(id)!, { 有效发明专利: from(invention), 软件著作权: from(copyright) })
    }
  },
}
