/** Materials: what they are is told by their bytes, and nobody opens what was not looked through. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { scannerAt } from '#platform/scan.ts'
import { sheetBuffer } from '#platform/sheet.ts'
import { bring, type Granting, openGranting, pdf, scanned, today } from '#test/claim.ts'
import { clamd, eicar } from '#test/clamd.ts'
import { refusal, region } from '#test/it.ts'
import { scanAll } from './materials/job.ts'

const { claim } = modules
let at: Granting
let id: string
beforeAll(async () => {
  at = await openGranting()
  id = (await at.play(at.who.first, today, claim.start, { cycle: at.cycle, clause: 'staff' })).id
})
afterAll(() => at.close())

const title = '社会保险缴费清单'
const add = (name: string, bytes: Uint8Array, of = title) =>
  at.play(at.who.first, today, claim.addMaterial, { claim: id, title: of, file: { name, bytes } })
const open = (material: string, who = at.who.science) => at.play(who, today, claim.openMaterial, { id: material })
const materials = async () => (await at.play(at.who.first, today, claim.one, { id })).materials

it('is refused where its bytes are nothing we take, or another thing than its name says', async () => {
  const fault = '不是 PDF、图片、Word（docx）或 Excel（xlsx）文件，或已损坏，请转换后再上传'
  expect(await refusal(add('清单.pdf', Buffer.from('hello')))).toBe(`“清单.pdf”${fault}`)
  expect(await refusal(add('清单.zip', Buffer.from('PK\x03\x04 nothing')))).toBe(`“清单.zip”${fault}`)
  expect(await refusal(add('清单.docx', Buffer.from(pdf().bytes)))).toBe('“清单.docx”的内容与扩展名不符，请核对后重新上传')
  expect(await refusal(add('大.pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(20 * 1024 * 1024)])))).toBe(
    '“大.pdf”超过 20 MB，请精简后再上传',
  )
  expect(await refusal(add('照.pdf', pdf().bytes, '营业执照'))).toBe('该条款不需要“营业执照”，台账已有的材料不再重复提供')
  const sheet = await sheetBuffer({
    title: '清单',
    note: '',
    columns: [{ heading: '姓名', width: 10, value: () => '某' }],
    rows: [1],
  })
  await add('清单.xlsx', sheet)
})

it('waits until it is looked through; where nothing is configured it says so', async () => {
  const [waiting] = await materials()
  expect(waiting).toMatchObject({ scan: 'waiting', fileName: '清单.xlsx' })
  for (const who of [at.who.first, at.who.office])
    expect(await refusal(open(waiting!.id, who))).toBe('该材料正在查毒，请稍后再打开')
  await scanned(at)
  expect((await materials())[0]).toMatchObject({ scan: 'unscanned' })
  expect((await open(waiting!.id, at.who.first)).name).toBe('清单.xlsx')
})

it('with a virus is held back from everyone, and the claim with it', async () => {
  const server = await clamd(0)
  const scanner = scannerAt(`tcp://127.0.0.1:${(server.address() as { port: number }).port}`)
  const { id: bad } = await add('坏.pdf', Buffer.from(`%PDF-1.4 ${eicar}`))
  const { id: good } = await add('好.pdf', pdf('好').bytes)
  await scanAll((work) => at.run(machine(region), today, work), scanner)
  server.close()
  const found = await materials()
  expect(found.find((one) => one.id === bad)!.scan).toBe('infected')
  expect(found.find((one) => one.id === good)!.scan).toBe('clean')
  for (const who of [at.who.first, at.who.office]) expect(await refusal(open(bad, who))).toBe('该材料含病毒，已隔离，不能打开')
  await at.play(at.who.first, today, claim.save, { id, declared: { 参保人数: 20 } })
  expect(await refusal(at.play(at.who.first, today, claim.submit, { id }))).toBe('材料“坏.pdf”含病毒，请移除后重新提供')
  await at.play(at.who.first, today, claim.dropMaterial, { id: bad })
  expect(await refusal(open(bad, at.who.first))).toBe('该材料含病毒，已隔离，不能打开')
})

it('that the scanner cannot judge goes on waiting', async () => {
  const { id: material } = await add('清单2.pdf', pdf('二').bytes)
  const broken = () => Promise.reject(new Error('查毒服务没有应答'))
  expect(await refusal(scanAll((work) => at.run(machine(region), today, work), broken))).toBe('查毒服务没有应答')
  expect((await materials()).find((one) => one.id === material)!.scan).toBe('waiting')
})

it('is for its firm and whoever works on the claim, and its file is told to nobody', async () => {
  await scanned(at)
  const whole = await bring(at, { to: 'joint', who: at.who.second })
  const [own] = (await at.play(at.who.second, today, claim.one, { id: whole })).materials
  expect(own).not.toHaveProperty('file')
  expect((await open(own!.id, at.jury)).bytes.length).toBeGreaterThan(0)
  expect(await refusal(open(own!.id, at.who.first))).toMatch(/没有找到该材料/)
  expect(await refusal(open(own!.id, at.who.tian))).toMatch(/没有找到该材料/)
  expect(await refusal(at.play(at.who.second, today, claim.dropMaterial, { id: own!.id }))).toBe('当前为“会审中”，不能更换材料')
})
