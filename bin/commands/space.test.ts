/** `space assign` as the shell sees it: one JSON object and exit 0, or one sentence on stderr and exit 1. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assign-'))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/mantianxing.js'), 'space', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function keep(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Two spaces, three firms: the cheap place of all is the first space, which has room for two of them. */
const small = keep('small.txt', ' 2 3\n 1 2 3\n 9 5 8\n 4 5 6\n 4 5 6\n 10 6\n')

describe('space assign', () => {
  test('prints one JSON object in the contract form', () => {
    const { status, stdout, stderr } = run('assign', small, '--json', '--time', '10')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { seconds, ...answer } = JSON.parse(stdout)
    expect(answer).toEqual({ status: 'optimal', objective: 9, bound: 9, gap: 0, assignment: [0, 1, 0], verified: true })
    expect(seconds).toBeGreaterThan(0)
  })

  test('maximises when asked to', () => {
    const { status, stdout } = run('assign', small, '--json', '--time=10', '--maximise')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ status: 'optimal', objective: 11, bound: 11, assignment: [0, 0, 1] })
  })

  test('decimals come back as decimals', () => {
    const file = keep('decimal.txt', '1 2 0.1 0.25 1.5 1.5 3')
    expect(JSON.parse(run('assign', file, '--json').stdout)).toMatchObject({ status: 'optimal', objective: 0.35, gap: 0 })
  })

  test('a proof that nothing fits is an answer', () => {
    const { status, stdout } = run('assign', keep('tight.txt', '1 2 1 1 3 3 5'), '--json', '--time', '10')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ status: 'infeasible', objective: null, assignment: null, verified: false })
  })

  test('without --json prints a summary in Chinese', () => {
    const { status, stdout } = run('assign', small)
    expect(status).toBe(0)
    expect(stdout).toContain('目标值 9，已证明最优；已由独立程序核对')
    expect(stdout).toContain('第 2 家企业 → 第 2 处空间')
  })

  const unusable: [string, string[], string][] = [
    ['a missing file', ['assign', join(folder, '没有.txt'), '--json'], '没有找到文件'],
    ['a folder', ['assign', folder, '--json'], '是文件夹'],
    [
      'too few figures',
      ['assign', keep('short.txt', '2 3 1 2'), '--json'],
      '文件“short.txt”无法使用：空间 2 处、企业 3 家应有 16 个数',
    ],
    ['no file', ['assign', '--json'], '请给出一个文件'],
    ['two files', ['assign', small, small], '只能给出一个文件'],
    ['an unknown option', ['assign', small, '--fast'], '不认识的选项“--fast”'],
    ['a time that is none', ['assign', small, '--time', 'soon'], '--time 应为大于 0'],
    ['a time left out', ['assign', small, '--time'], '--time 应为大于 0'],
  ]
  test.each(unusable)('refuses %s with one sentence', (_, args, expected) => {
    const { status, stdout, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(expected)
  })
})
