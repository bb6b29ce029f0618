import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const mantianxing = (...args: string[]) => spawnSync(process.execPath, ['bin/mantianxing.js', ...args], { encoding: 'utf8' })

it('lists its commands in Chinese when asked for help', () => {
  const { status, stdout, stderr } = mantianxing('--help')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('用法：npx mantianxing <命令>')
  expect(stdout).toContain('plan parse')
})

it('answers an unknown command with one sentence on stderr and exit code 1', () => {
  for (const words of [['plan', 'burn'], ['constructor']]) {
    expect(mantianxing(...words)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `没有“${words.join(' ')}”这个命令，可用命令见 npx mantianxing --help\n`,
    })
  }
})

it('answers a document that is not there with one sentence on stderr and exit code 1', () => {
  const { status, stdout, stderr } = mantianxing('plan', 'parse', '没有这份方案.txt', '--json')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^[^\n]*没有这份方案[^\n]*\n$/)
})
