/** Each sample document is read as its golden file says; the golden files are checked by eye when they change. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isPlan, parsePlan } from './parse.ts'
import type { PlanDocument } from './schema.ts'

const folder = new URL('./samples/', import.meta.url)
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe('samples', () => {
  test.each(samples)('%s', async (name) => {
    const plan = parsePlan(readFileSync(new URL(name, folder), 'utf8'))
    expect(isPlan(plan)).toBeNull()
    await expect(digest(plan)).toMatchFileSnapshot(fileURLToPath(new URL(name.replace('.txt', '.golden'), folder)))
  })
})

function digest(plan: PlanDocument): string {
  const period = plan.period === null ? '-' : `${plan.period.from}—${plan.period.to}`
  const lines = [
    `标题 ${plan.title ?? '-'}`,
    `文号 ${plan.documentNumber ?? '-'}  机关 ${plan.issuer ?? '-'}  日期 ${plan.issuedOn ?? '-'}  期限 ${period}`,
    ...plan.goals.map((goal) => `目标 ${goal.number ?? '-'} ${goal.title}：${ends(goal.text)}`),
    ...plan.targets.map(
      (t) =>
        `指标 ${[t.subject, t.comparator, t.value, t.upper, t.unit, t.kind, t.year, t.scope.join('、')].map((word) => word ?? '-').join(' | ')}`,
    ),
    ...plan.directions.map((direction) => `方向 ${direction}`),
    ...plan.zones.map((zone) => `片区 ${zone.name} | ${zone.note ?? '-'} | ${zone.carriers.join('、')} | ${zone.brand ?? '-'}`),
    ...plan.groups.map((group, i) => `分组 ${i} ${group.number ?? '-'} ${group.title}`),
    ...plan.tasks.map(
      (task) =>
        `任务 [${task.group ?? '-'}] ${task.number ?? '-'} ${task.title} | ${task.lead ?? '-'} | ${task.units.join('、')} | ${ends(task.text)}`,
    ),
    ...plan.safeguards.map((safeguard) => `保障 ${safeguard.number ?? '-'} ${safeguard.title}：${ends(safeguard.text)}`),
    `工作组 ${plan.workingGroups.join('、')}`,
    `抄送 ${plan.copiedTo.join('、')}`,
    ...plan.warnings.map((warning) => `提示 ${warning.message}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The first and last words of a text, enough to see where it begins and ends. */
function ends(text: string): string {
  const flat = text.replace(/\n/g, '⏎')
  return flat.length <= 24 ? flat : `${flat.slice(0, 12)}…${flat.slice(-10)}`
}
