/** 小城: the cast of the demo district as actors, for tests; ids are those of the demo (seed/cast.ts). */
import { actorNamed, home, orgId } from '#seed/cast.ts'

export { home, orgId, personId } from '#seed/cast.ts'

/** 常务副区长 */
export const gu = actorNamed('顾常务')
/** 区经济信息委, the lead unit of the plan and office of the board */
export const zhou = actorNamed('周科')
export const he = actorNamed('小何')
/** 区科技局 */
export const ke = actorNamed('柯科')
/** 区大数据发展局 */
export const lin = actorNamed('林科')
/** 区金融发展中心 */
export const jin = actorNamed('金姐')
/** 区财政局 */
export const qian = actorNamed('钱科')
/** 缙云人文科技城 */
export const qin = actorNamed('老秦')
/** 蔡家智慧新城 */
export const cai = actorNamed('蔡姐')
/** 天生街道 */
export const tian = actorNamed('小田')
/** 满星软件, an enterprise */
export const xiaoman = actorNamed('小满')

export const sysadmin = actorNamed('邹工')
export const secadmin = actorNamed('安工')
export const auditor = actorNamed('沈工')

/** 两江直管区: within the borders, not governed. */
export const shuitu = orgId('水土街道', home)
