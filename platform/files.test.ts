/** What is kept can be passed on: nothing empty, nothing that would run, no name that looks like another. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type District, openDistrict, publishPlan, refusal, type Town } from '#test/it.ts'
import { keepFile, openFile } from './files.ts'

let district: District
let town: Town
beforeAll(async () => {
  district = await openDistrict()
  town = await publishPlan(district)
})
afterAll(() => district.close())

const keep = (name: string, bytes: Buffer | string) =>
  district.run(town.science, '2024-06-30', (ctx) =>
    keepFile(ctx, { name, type: 'application/octet-stream', bytes: Buffer.from(bytes), audience: 'own' }),
  )

it('an empty file is refused', async () => {
  expect(await refusal(keep('合同.pdf', ''))).toBe('文件“合同.pdf”是空的，请检查后重新提供')
})

it('a program is refused by its name and by its first bytes, whatever else its name says', async () => {
  const sentence = (name: string) => `文件“${name}”是程序或脚本，不能上传，请提供文档、表格、图片或压缩包`
  for (const name of ['合同.exe', '合同.pdf.EXE', '合同.bat. ', '合同.js']) {
    expect(await refusal(keep(name, '内容'))).toBe(sentence(name.trim()))
  }
  expect(await refusal(keep('合同.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0])))).toBe(sentence('合同.pdf'))
  expect(await refusal(keep('合同.pdf', '#!/bin/sh\n'))).toBe(sentence('合同.pdf'))
})

it('signs that are not seen are taken out of a name', async () => {
  expect((await keep('合同\u202efdp\u0007.docx', '内容')).name).toBe('合同fdp.docx')
  expect(await refusal(keep('合同\u202e\u0000fdp.exe', '内容'))).toContain('是程序或脚本')
})

it('a file that comes in several pieces is opened as it was kept', async () => {
  const bytes = Buffer.from(Array.from({ length: 2_500_000 }, (_, at) => (at * 31 + (at >> 8)) % 251))
  const { id } = await keep('合同.bin', bytes)
  const opened = await district.run(town.science, '2024-06-30', (ctx) => openFile(ctx, id))
  expect(opened.bytes.equals(bytes)).toBe(true)
})
