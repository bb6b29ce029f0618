/**
 * What stands in the demo district, as data: carriers and buildings, how far each was secured and when. The plan names some of
 * the carriers; every building, area, rent and day is invented (演示数据).
 */
import type { AcquisitionStage } from '#modules/space/flow.ts'

type Kind = 'office' | 'plant'
/** By short names (seed/bodies.ts). */
export type Site = {
  name: string
  carrier: string | null
  zone: string | null
  town: string
  built: number
  floors: number
  /** ㎡ of each floor. */
  plate: number
  kind: Kind
  /** 元 a square metre and month. */
  rent: number
  /** When the contract of securing was signed, or the effort given up; and when its rooms are ready. */
  contracted: string | null
  ready: string | null
  /** How far it has come on the day the demo opens. */
  reached: AcquisitionStage | null
  /** The one enterprise (by serial) it was secured for. */
  anchor: number | null
}

export type Carrier = { name: string; zone: string; town: string; east: number; north: number }
/** Some hundred metres beside the point that stands for the zone. */
export const carriers: Carrier[] = [
  { name: '亿达创智产业园', zone: '缙云园城', town: '天生街道', east: 0.006, north: 0.004 },
  { name: '神驰标准厂房', zone: '缙云园城', town: '龙凤桥街道', east: -0.014, north: -0.019 },
  { name: '大学科技园', zone: '缙云园城', town: '天生街道', east: 0.003, north: -0.003 },
  { name: '工业互联网产业生态园', zone: '蔡家园城', town: '蔡家岗街道', east: 0.004, north: -0.006 },
  { name: '蔡家创智街区（演示）', zone: '蔡家园城', town: '童家溪镇', east: -0.012, north: -0.016 },
  { name: '科学城标准化厂房', zone: '科学城园区', town: '歇马街道', east: 0.004, north: 0.003 },
  { name: '两江水土国际数据港', zone: '水土新城', town: '水土街道', east: 0.003, north: 0.002 },
  { name: '温塘文创街区（演示）', zone: '温泉谷', town: '北温泉街道', east: 0.004, north: -0.004 },
  { name: '静观乡创园（演示）', zone: '农业示范区', town: '静观镇', east: 0.003, north: 0.002 },
]

type Shape = [name: string, built: number, floors: number, plate: number, kind: Kind, rent: number]
type Secured = [contracted: string | null, ready: string | null, reached?: AcquisitionStage]
type Ground = Pick<Site, 'zone' | 'town'> & { carrier?: string }

/** Secured and ready by then unless it is said how far it came. */
function site({ zone, town, carrier = undefined }: Ground, shape: Shape, secured: Secured | null, anchor: number | null = null) {
  const [name, built, floors, plate, kind, rent] = shape
  const [contracted, ready, reached = 'let'] = secured ?? [null, null, null]
  return {
    name: `${name}（演示）`,
    ...{ carrier: carrier ?? null, zone, town, built, floors, plate, kind, rent },
    ...{ contracted, ready, reached: secured ? reached : null, anchor },
  } satisfies Site
}

const at = (name: string) => {
  const { zone, town } = carriers.find((one) => one.name === name)!
  return { carrier: name, zone, town }
}
const yida = at('亿达创智产业园')
const shenchi = at('神驰标准厂房')
const campus = at('大学科技园')
const chaoyang = { zone: '缙云园城', town: '朝阳街道' }
const ecology = at('工业互联网产业生态园')
const tongjiaxi = at('蔡家创智街区（演示）')
const shijialiang = { zone: '蔡家园城', town: '施家梁镇' }
const science = at('科学城标准化厂房')
const xiema = { zone: '科学城园区', town: '歇马街道' }
const port = at('两江水土国际数据港')
const wentang = at('温塘文创街区（演示）')
const chengjiang = { zone: '温泉谷', town: '澄江镇' }
const jingguan = at('静观乡创园（演示）')
const farming = (town: string) => ({ zone: '农业示范区', town })

/** 擎岚工业软件 outgrew every other building. */
const largest = 61

export const sites: Site[] = [
  site(yida, ['云栖楼A座', 2004, 8, 820, 'office', 42], ['2022-06-15', '2022-09-05']),
  site(yida, ['云栖楼B座', 2004, 8, 820, 'office', 42], ['2023-02-20', '2023-06-12']),
  site(yida, ['云栖楼C座', 2012, 11, 940, 'office', 45], ['2024-02-26', '2024-07-08']),
  site(yida, ['星汇楼', 2009, 6, 760, 'office', 40], ['2025-02-17', '2025-06-09']),
  site(campus, ['学府楼', 2003, 7, 760, 'office', 36], ['2022-07-18', '2022-10-24']),
  site(campus, ['格致楼', 2006, 6, 680, 'office', 35], ['2023-08-14', '2023-12-11']),
  site(campus, ['弘毅楼', 2010, 5, 640, 'office', 36], ['2024-09-09', '2025-01-13']),
  site(shenchi, ['神驰一号厂房', 2005, 4, 1500, 'plant', 22], ['2022-10-10', '2022-12-12']),
  site(shenchi, ['神驰二号厂房', 2005, 4, 1500, 'plant', 22], ['2023-09-18', '2024-02-19']),
  site(shenchi, ['神驰三号厂房', 2024, 5, 860, 'plant', 24], ['2024-11-18', '2025-04-14']),
  site(chaoyang, ['朝阳星座', 2001, 9, 620, 'office', 38], ['2022-09-13', '2022-11-28']),
  site(chaoyang, ['江畔数字楼', 2006, 8, 700, 'office', 38], ['2023-06-19', '2023-10-16']),
  site(chaoyang, ['嘉陵里文创楼', 1998, 6, 640, 'office', 30], ['2024-06-24', '2024-11-11']),
  site(chaoyang, ['云汉楼', 2014, 8, 640, 'office', 37], ['2024-12-09', '2025-04-21']),
  site(chaoyang, ['正码头大厦', 2011, 6, 620, 'office', 39], ['2025-07-21', '2026-02-09', 'refitting']),
  site(yida, ['望峰楼', 2014, 6, 720, 'office', 42], [null, null, 'negotiating']),
  site(shenchi, ['旧纺织车间', 1995, 3, 1800, 'plant', 18], [null, null, 'surveyed']),
  site(chaoyang, ['旧百货大楼', 1996, 5, 880, 'office', 30], ['2023-11-06', null, 'dropped']),

  site(ecology, ['智联一号楼', 2008, 9, 1000, 'office', 38], ['2022-06-20', '2022-09-19']),
  site(ecology, ['工业软件大厦', 2009, 12, 1250, 'office', 40], ['2023-01-09', '2023-05-15'], largest),
  site(ecology, ['智联二号楼', 2008, 9, 1000, 'office', 38], ['2023-10-16', '2024-03-11']),
  site(ecology, ['数造楼', 2013, 6, 960, 'office', 36], ['2024-08-19', '2024-12-09']),
  site(ecology, ['智联三号楼', 2016, 8, 1060, 'office', 39], ['2025-03-10', '2025-07-14']),
  site(tongjiaxi, ['同兴楼', 2002, 7, 760, 'office', 32], ['2022-09-20', '2022-12-05']),
  site(tongjiaxi, ['渝创楼', 2007, 8, 800, 'office', 34], ['2023-12-04', '2024-05-13']),
  site(tongjiaxi, ['溪谷楼', 2012, 6, 700, 'office', 33], ['2025-05-12', '2025-09-22', 'ready']),
  site(shijialiang, ['梁畔楼', 2003, 7, 860, 'office', 30], ['2023-01-16', '2023-04-17']),
  site(shijialiang, ['飞跃厂房', 2006, 4, 1680, 'plant', 20], ['2024-04-15', '2024-08-26']),
  site(shijialiang, ['缙嘉楼', 2013, 7, 720, 'office', 31], ['2025-09-15', '2026-04-20', 'handedOver']),
  site(ecology, ['精工车间', 2001, 3, 2100, 'plant', 18], [null, null, 'found']),
  site(tongjiaxi, ['嘉运商务楼', 2010, 6, 820, 'office', 33], [null, null, 'negotiating']),

  site(science, ['标准一号厂房', 2007, 4, 1350, 'plant', 20], ['2022-07-25', '2022-10-17']),
  site(science, ['标准二号厂房', 2007, 4, 1350, 'plant', 20], ['2023-05-22', '2023-09-11']),
  site(science, ['标准三号厂房', 2011, 4, 1350, 'plant', 21], ['2024-10-14', '2025-03-10']),
  site(science, ['传感大厦', 2012, 11, 1060, 'office', 32], ['2023-04-10', '2023-08-14']),
  site(science, ['孵化楼A座', 2009, 6, 820, 'office', 28], ['2024-03-18', '2024-06-17']),
  site(science, ['孵化楼B座', 2009, 6, 760, 'office', 28], ['2025-10-20', null, 'contracted']),
  site(xiema, ['歇马老机械厂房', 1994, 3, 1100, 'plant', 16], ['2022-11-14', '2023-02-13']),
  site(xiema, ['歇马邮电楼', 1999, 5, 460, 'office', 22], [null, null, 'found']),

  site(port, ['数据港一号楼', 2015, 6, 1400, 'plant', 26], null),
  site(port, ['数据港二号楼', 2016, 6, 1400, 'plant', 26], null),
  site(port, ['云计算服务楼', 2018, 9, 980, 'office', 36], null),

  site(wentang, ['温塘文创楼', 2002, 6, 680, 'office', 24], ['2023-02-13', '2023-05-22']),
  site(wentang, ['泉畔楼', 2005, 5, 620, 'office', 24], ['2024-05-20', '2024-09-23']),
  site(chengjiang, ['澄江影视楼', 2000, 3, 640, 'office', 20], ['2024-12-16', '2025-05-19']),
  site(wentang, ['旧疗养楼', 1993, 4, 700, 'office', 18], ['2024-01-15', null, 'dropped']),
  site(chengjiang, ['夏溪口旧厂房', 1997, 2, 1300, 'plant', 12], [null, null, 'surveyed']),

  site(jingguan, ['静观乡创楼A座', 2006, 4, 760, 'office', 16], ['2023-02-06', '2023-04-24']),
  site(jingguan, ['静观乡创楼B座', 2010, 3, 620, 'office', 16], ['2024-07-15', '2024-10-21']),
  site(farming('三圣镇'), ['三圣创客楼', 2008, 3, 480, 'office', 13], ['2023-07-17', '2023-10-23']),
  site(farming('柳荫镇'), ['柳荫云农楼', 2004, 3, 500, 'office', 12], ['2024-03-25', '2024-06-24']),
  site(farming('金刀峡镇'), ['金刀峡康养数字楼', 2011, 3, 520, 'office', 12], ['2024-11-11', '2025-02-24']),
  site(farming('静观镇'), ['静观旧粮仓', 1988, 2, 900, 'plant', 9], [null, null, 'found']),

  site({ zone: null, town: '东阳街道' }, ['东阳科创楼', 2007, 5, 640, 'office', 26], null),
  site({ zone: null, town: '天府镇' }, ['天府矿办旧楼', 1990, 4, 560, 'office', 12], null),
]

export const siteNamed = (name: string): Site => sites.find((one) => one.name === `${name}（演示）`)!
