/** `plan parse` as the shell sees it: JSON and exit 0, or one sentence on stderr and exit 1. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { planDocument } from '#engines/plan/schema.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sample = join(root, 'engines/plan/samples/牵头与责任.txt')
const folder = mkdtempSync(join(tmpdir(), 'plan-'))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/mantianxing.js'), 'plan', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

function keep(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('plan parse', () => {
  test('prints one JSON object in the contract form', () => {
    const { status, stdout, stderr } = run('parse', sample, '--json')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const plan = planDocument.parse(JSON.parse(stdout))
    expect(plan.tasks).toHaveLength(5)
  })

  test('writes a large answer into a pipe to its end', () => {
    const words = '完善服务体系，'.repeat(40)
    const tasks = Array.from(
      { length: 900 },
      (_, i) => `${i + 1}.推进第${i + 1}项工作。${words}建成平台3个以上。（责任单位：市科技局，市财政局）`,
    )
    const { status, stdout } = run('parse', keep('长.txt', `甲市行动方案\n一、重点任务\n${tasks.join('\n')}`), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).tasks).toHaveLength(900)
  })

  test('without --json prints a summary in Chinese', () => {
    const { status, stdout } = run('parse', sample)
    expect(status).toBe(0)
    expect(stdout).toContain('任务 5 项')
  })

  const unusable: [string, () => string[], string][] = [
    ['a missing file', () => ['parse', join(folder, '没有.txt'), '--json'], '没有找到文件'],
    ['a folder', () => ['parse', folder, '--json'], '是文件夹'],
    ['an empty file', () => ['parse', keep('空.txt', ''), '--json'], '是空的'],
    [
      'a story',
      () => ['parse', keep('故事.txt', '从前有座山，山里有座庙。\n\n老和尚给小和尚讲故事。'.repeat(200)), '--json'],
      '不像行动方案',
    ],
    ['no file', () => ['parse', '--json'], '请给出一个文件'],
    ['an unknown option', () => ['parse', sample, '--xml'], '不认识的选项'],
  ]
  test.each(unusable)('refuses %s with one sentence', (_, args, expected) => {
    const { status, stdout, stderr } = run(...args())
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(expected)
  })
})
