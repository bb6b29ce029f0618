/** The text of a document is read out of its file for whoever enters it; nothing is kept by that. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { writePdf } from '#platform/document/pdf-fixture.ts'
import { refusal } from '#test/it.ts'
import { openPolicies, type Policies, today } from '#test/policy.ts'
import { policies } from './tables.ts'

const { policy } = modules
let at: Policies
beforeAll(async () => {
  at = await openPolicies()
})
afterAll(() => at?.close())

const file = (name: string, text: string) => ({ name, bytes: new Uint8Array(Buffer.from(text)) })
const read = (of: { name: string; bytes: Uint8Array }) => at.play(at.who.science, today, policy.readBody, { file: of })

it('is read out of plain text and PDF', async () => {
  expect(await read(file('措施.txt', '\n第一条　支持落户。\n第二条　支持研发。\n'))).toEqual({
    text: '第一条　支持落户。\n第二条　支持研发。',
  })
  const lines = [
    '第一条　对新落户的软件企业，按实缴税收给予一次性奖励。',
    '第二条　对租用存量楼宇的软件企业，按实付租金给予补贴。',
  ]
  const printed = writePdf([lines.map((words, at) => ({ x: 72, y: 700 - at * 24, words }))])
  const { text } = await read({ name: '措施.pdf', bytes: printed })
  for (const article of ['第一条', '按实付租金给予补贴']) expect(text).toContain(article)
})

it('is refused with the reason, and nothing of it is kept', async () => {
  const body = async () => (await at.run(at.who.office, today, ({ db }) => db.select({ body: policies.body }).from(policies)))[0]
  const before = await body()
  expect(await refusal(read(file('措施.doc', '第一条')))).toContain('不支持 .doc 文件“措施.doc”')
  expect(await refusal(read(file('长文.txt', '条'.repeat(200_001))))).toBe(
    '文件“长文.txt”的文字有 200001 个字，超过正文 200000 个字的限制，请只保留正文后再读取',
  )
  expect(await body()).toEqual(before)
})

it('is for those who enter documents', async () => {
  for (const who of [at.who.first, at.who.leader])
    expect(await refusal(at.play(who, today, policy.readBody, { file: file('措施.txt', '第一条') }))).toBe(
      '您没有“读取政策正文”的权限',
    )
})
