/** Dual-innovation space (双创空间) of the zones: which rooms, run by whom, since when; one zone keeps behind the plan's path. */
import type { makerspaceKinds } from '#modules/space/model.ts'
import { siteNamed } from '../ground/sites.ts'
import { cut, hundred, type Room, type Stock } from './stock.ts'

type Space = {
  name: string
  kind: keyof typeof makerspaceKinds
  site: string
  floor: number
  area: number
  since: string
  operator: string
}
export type MakerspaceRoom = Space & { room: Room }

const space = (
  name: string,
  kind: Space['kind'],
  [site, floor, area]: [site: string, floor: number, area: number],
  since: string,
  operator: string,
): Space => ({ name: `${name}（演示）`, kind, site, floor, area, since, operator: `${operator}（演示）` })

/** Within three years 3,000 ㎡ are asked of each of the first three zones, 500 of them in 2022. */
const spaces: Space[] = [
  space('云栖众创空间', 'makerspace', ['云栖楼A座', 1, 620.5], '2022-10-18', '云栖众创'),
  space('学府孵化器', 'incubator', ['学府楼', 2, 512.4], '2023-05-16', '学府孵化'),
  space('朝阳数字苗圃', 'nursery', ['朝阳星座', 2, 486.2], '2023-11-08', '云栖众创'),
  space('江畔众创空间', 'makerspace', ['江畔数字楼', 2, 655.3], '2024-05-21', '江畔创服'),
  space('格致孵化器', 'incubator', ['格致楼', 1, 420.6], '2024-11-12', '学府孵化'),
  space('云栖加速器', 'accelerator', ['云栖楼C座', 2, 538.8], '2025-06-17', '云栖众创'),

  space('智联众创空间', 'makerspace', ['智联一号楼', 1, 568.3], '2022-11-15', '智联创服'),
  space('同兴孵化器', 'incubator', ['同兴楼', 1, 503.7], '2023-06-20', '智联创服'),
  space('工软苗圃', 'nursery', ['梁畔楼', 1, 412.9], '2023-12-05', '工软孵化'),
  space('工软加速器', 'accelerator', ['智联二号楼', 1, 726.4], '2024-07-16', '工软孵化'),
  space('渝创众创空间', 'makerspace', ['渝创楼', 1, 448.5], '2024-12-03', '智联创服'),
  space('数造孵化器', 'incubator', ['数造楼', 1, 604.1], '2025-07-22', '工软孵化'),

  space('传感众创空间', 'makerspace', ['标准一号厂房', 1, 522.6], '2022-11-29', '传感创服'),
  space('传感孵化器', 'incubator', ['传感大厦', 1, 508.8], '2023-10-17', '传感创服'),
  space('芯苗圃', 'nursery', ['孵化楼A座', 1, 406.3], '2024-08-20', '传感创服'),
  space('智能硬件加速器', 'accelerator', ['传感大厦', 2, 467.2], '2025-04-15', '芯谷加速'),

  space('温塘文创众创空间', 'makerspace', ['温塘文创楼', 1, 364.7], '2023-09-12', '温塘文创'),
  space('静观乡创空间', 'makerspace', ['静观乡创楼A座', 1, 285.4], '2023-08-22', '静观乡创'),
]

/** They are the first rooms of their floors. */
export function makerspaceRooms(stock: Stock): MakerspaceRoom[] {
  return spaces.map((one) => {
    const { floors } = stock.find(({ site }) => site === siteNamed(one.site))!
    const room = cut(floors[one.floor - 1]!, Math.round(one.area * hundred), 'makerspace')
    room.free = null
    return { ...one, room }
  })
}
