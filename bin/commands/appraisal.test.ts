/** `appraisal check` as the shell sees it: flaws by place and exit 1, or one line and exit 0. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sample } from '#engines/appraisal/read/sample.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'appraisal-'))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/mantianxing.js'), 'appraisal', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function keep(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const good = keep('good.yaml', sample)

describe('appraisal check', () => {
  test('counts what is well, and says so', () =>
    expect(run('check', good)).toEqual({ status: 0, stdout: '1 个文件、7 项指标、2 个样例，全部通过\n', stderr: '' }))

  test('prints one line a flaw, counts them, and fails', () => {
    const bad = keep('bad.yaml', sample.replace('权重: 30分', '权重: 20分').replace('小数: 2', '小数: 二'))
    const { status, stdout } = run('check', bad)
    expect(status).toBe(1)
    expect(stdout.split('\n')).toEqual([
      `${bad}:6:5 小数“二”写法有误，应写作如 2`,
      `${bad}:14:7 各项权重合计应为 100 分，现为 90 分`,
      '1 个文件、0 项指标、0 个样例，有 2 处问题',
      '',
    ])
    expect(JSON.parse(run('check', bad, '--json').stdout)).toMatchObject({
      files: 1,
      flaws: [{ file: bad, line: 6 }, { file: bad }],
    })
  })

  test('looks at every file of a folder', () => {
    mkdirSync(join(folder, 'several'))
    keep('several/a.yaml', sample)
    keep('several/b.yaml', sample)
    expect(run('check', join(folder, 'several')).stdout).toContain('b.yaml:1:1 考核办法代码“sample-2025”已用于')
  })
})

const unusable: [string, string[], string][] = [
  ['no folder', ['check'], '请给出一个文件夹或文件'],
  ['a folder that is not there', ['check', join(folder, '没有')], '没有找到'],
  ['a folder without schemes', ['check', mkdtempSync(join(tmpdir(), 'none-'))], '没有考核办法文件'],
  ['two folders', ['check', good, good], '只能给出一个'],
  ['an unknown option', ['check', good, '--fast'], '不认识的选项“--fast”'],
]
test.each(unusable)('refuses %s with one sentence', (_, args, expected) => {
  const { status, stdout, stderr } = run(...args)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(expected)
})
