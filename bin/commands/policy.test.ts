/** `policy check` and `policy screen` as the shell sees them: flaws by place and exit 1, or one answer and exit 0. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sample } from '#engines/policy/read/sample.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'policy-'))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/mantianxing.js'), 'policy', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function keep(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const good = keep('good.yaml', sample)
const table = keep('firms.csv', '企业,注册地在本区,购房面积\n甲公司,是,1000\n"乙,公司",否,\n')

describe('policy check', () => {
  test('counts what is well, and says so', () => {
    expect(run('check', good)).toEqual({ status: 0, stdout: '1 个文件、4 条款、5 个样例，全部通过\n', stderr: '' })
  })

  test('prints one line a flaw, counts them, and fails', () => {
    const bad = keep('bad.yaml', sample.replace('比率: 1%', '比率: 200%').replace('级别: 区级', '级别: 县级'))
    const { status, stdout } = run('check', bad)
    expect(status).toBe(1)
    expect(stdout.split('\n')).toEqual([
      `${bad}:3:5 级别不能是“县级”，可用：国家级、市级、区级、其他，是否指“市级”？`,
      expect.stringMatching(/^.*bad\.yaml:\d+:\d+ 比率不能超过 100%$/),
      '1 个文件、0 条款、0 个样例，有 2 处问题',
      '',
    ])
    expect(JSON.parse(run('check', bad, '--json').stdout)).toMatchObject({
      files: 1,
      flaws: [{ file: bad, line: 3, column: 5 }, { file: bad }],
    })
  })

  test('looks at every file of a folder', () => {
    const several = join(folder, 'several')
    mkdirSync(several)
    keep('several/a.yaml', sample)
    keep('several/b.yml', '')
    keep('several/notes.txt', '不是政策')
    const { status, stdout } = run('check', several)
    expect(status).toBe(1)
    expect(stdout).toContain('b.yml:1:1 文件为空')
    expect(stdout).toContain('2 个文件')
  })
})

describe('policy screen', () => {
  test('prints one array, a firm an entry, with every decision and the best lawful combination', () => {
    const { status, stdout, stderr } = run('screen', good, '--facts', table, '--as-of', '2024-06-30', '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const firms = JSON.parse(stdout)
    expect(firms).toMatchObject([
      { firm: '甲公司', combination: { total: 30_000_000, kept: [{ clause: 'sample-measures/purchase' }] } },
      { firm: '乙,公司', combination: { total: 0, kept: [] } },
    ])
    expect(firms[0].decisions).toHaveLength(4)
    expect(firms[0].decisions[1]).toMatchObject({ clause: 'sample-measures/purchase', verdict: 'granted', amount: 30_000_000 })
    expect(firms[0].decisions[1].reasons[0].sentence).not.toBe('')
  })

  test('without --json prints a summary in Chinese', () => {
    const { stdout } = run('screen', good, '--facts', table, '--as-of', '2024-06-30')
    expect(stdout).toContain('sample-measures/purchase 支持 30 万元')
    expect(stdout).toContain('最优组合合计 30 万元')
  })

  test('a table without firms is an empty answer', () => {
    const empty = keep('empty.csv', '企业,注册地在本区\n')
    expect(JSON.parse(run('screen', good, '--facts', empty, '--as-of', '2024-06-30', '--json').stdout)).toEqual([])
  })

  test('tells a bad cell by its place, does not know it, and fails in the end', () => {
    const bad = keep('bad.csv', '企业,注册地在本区,购房面积\n甲公司,是,很大\n乙公司,是,10㎡\n')
    const { status, stdout, stderr } = run('screen', good, '--facts', bad, '--as-of', '2024-06-30', '--json')
    expect(status).toBe(1)
    expect(stderr).toBe(`${bad}:2:3 “很大”不是购房面积的数值，应写作如 500㎡\n`)
    const [first, second] = JSON.parse(stdout)
    expect(first.decisions[1].verdict).toBe('unknown')
    expect(second.decisions[1].verdict).toBe('granted')
  })
})

const day = ['--as-of', '2024-06-30']
const unusable: [string, string[], string][] = [
  ['no folder', ['check'], '请给出一个文件夹或文件'],
  ['a folder that is not there', ['check', join(folder, '没有')], '没有找到'],
  ['a folder without policies', ['check', mkdtempSync(join(tmpdir(), 'none-'))], '没有政策文件'],
  ['two folders', ['check', good, good], '只能给出一个'],
  ['an unknown option', ['check', good, '--fast'], '不认识的选项“--fast”'],
  ['a file of another encoding', ['check', keep('gbk.yaml', Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6))], '不是 UTF-8'],
  ['no table', ['screen', good, ...day], '请用 --facts'],
  ['no day', ['screen', good, '--facts', table], '用 --as-of 给出日期'],
  ['a day that does not exist', ['screen', good, '--facts', table, '--as-of', '2024-02-30'], '“2024-02-30”不是日期'],
  ['a table that is not there', ['screen', good, '--facts', join(folder, '没有.csv'), ...day], '没有找到表格'],
  [
    'a table of another encoding',
    ['screen', good, '--facts', keep('gbk.csv', Uint8Array.of(0xc6, 0xf3)), ...day],
    '另存为“CSV UTF-8”',
  ],
  ['an empty table', ['screen', good, '--facts', keep('blank.csv', ''), ...day], '是空的'],
  [
    'a strange heading',
    ['screen', good, '--facts', keep('odd.csv', '企业,营收\n'), ...day],
    ':1:2 没有名为“营收”的事实，是否指“营业收入”？',
  ],
  ['an open quote', ['screen', good, '--facts', keep('open.csv', '企业\n"甲\n'), ...day], '自第 2 行起的引号没有闭合'],
]
test.each(unusable)('refuses %s with one sentence', (_, args, expected) => {
  const { status, stdout, stderr } = run(...args)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(expected)
})
