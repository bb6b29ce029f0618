import { expect, it } from 'vitest'
import { accepts, refuseNode } from './node-version.js'

const range = '^20.19.0 || ^22.12.0 || >=24.0.0'

it('accepts the Node versions that package.json names', () => {
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '22.23.3', '24.0.0', '24.21.0', '26.1.0']) {
    expect(accepts(range, version), version).toBe(true)
  }
})

it('refuses older and skipped Node versions', () => {
  for (const version of ['14.21.3', '18.20.8', '20.18.9', '21.7.0', '22.11.9', '23.11.0']) {
    expect(accepts(range, version), version).toBe(false)
  }
})

it('says in Chinese and English which Node version is there and which is needed', () => {
  expect(refuseNode('24.1.0', range)).toBeNull()
  expect(refuseNode('18.20.8', range)).toBe(
    `当前 Node.js 版本为 18.20.8，满天星需要 ${range}，请换用 Node.js 24 后重试。 (Node.js 18.20.8 is not supported: ${range} is needed.)`,
  )
})
