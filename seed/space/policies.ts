/** One building, one policy (一楼一策) for the buildings that were filled first: what each is for, what is offered, how far it is. */
import { buildingMeasures, buildingPlans } from '#modules/space/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { orgId } from '#seed/cast.ts'
import { zones } from '#seed/enterprises/firms/places.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Book } from './book/book.ts'
import { companyOf, keeperOf, recordDay } from './book/days.ts'
import { zoneId } from './ground/building-rows.ts'
import { buildingId } from './ground/ids.ts'
import { siteNamed } from './ground/sites.ts'

type Policy = [building: string, since: string, positioning: string, tenants: string, goal: string]
const policies: Policy[] = [
  ['云栖楼A座', '2023-03-01', '数字文创企业总部和众创空间', '影视后期、游戏研发团队，10 至 80 人', '入驻率保持 95% 以上'],
  ['云栖楼C座', '2024-09-02', '数字内容中小企业加速区', '成长期软件企业，50 人以上', '年内新增 10 家企业'],
  ['学府楼', '2023-03-01', '高校成果转化和学生创业', '高校教师、毕业生团队', '每年孵化 6 个团队'],
  ['朝阳星座', '2023-04-03', '城市数字服务企业集聚楼', '智慧社区、政务软件企业', '入驻率达到 90%'],
  ['江畔数字楼', '2024-01-08', '平台经济和数据服务', '平台运营、数据标注企业', '新增从业人员 200 人'],
  ['神驰一号厂房', '2023-05-04', '软硬结合的产品试制空间', '智能终端、物联网企业', '引进 5 家硬件企业'],
  ['智联一号楼', '2023-03-01', '工业互联网平台企业集聚', '工业软件、设备联网企业', '入驻率保持 95% 以上'],
  ['工业软件大厦', '2023-06-05', '工业软件龙头企业总部', '龙头企业及其生态伙伴', '龙头企业整体入驻'],
  ['渝创楼', '2024-07-01', '中小软件企业即租即用', '10 至 50 人软件企业', '年内入驻率达到 90%'],
  ['传感大厦', '2023-10-09', '传感器和芯片设计中心', '芯片设计、嵌入式软件企业', '新增研发机构 2 家'],
  ['标准二号厂房', '2024-01-08', '传感器中试和测试', '传感器研发、标定企业', '建成公共测试平台'],
  ['温塘文创楼', '2023-08-01', '数字文旅创作空间', '旅游信息服务、短视频团队', '入驻率达到 85%'],
]

const measures = [
  { kind: 'rent', content: '新入驻软件企业首年租金补贴', benefit: '首年租金减半，每户不超过 500 ㎡', owner: '区经济信息委' },
  { kind: 'fit-out', content: '装修补贴随入驻进度拨付', benefit: '每平方米 200 元，最高 40 万元', owner: '区财政局' },
  { kind: 'network', content: '千兆专线首年补贴', benefit: '首年专线费用补贴 50%', owner: '区大数据发展局' },
  { kind: 'cloud', content: '云资源券发放', benefit: '每户每年最高 5 万元云资源券', owner: '区大数据发展局' },
  { kind: 'adaptation', content: '适配测试服务', benefit: '首次适配测试费用补贴 50%', owner: '区科技局' },
  { kind: 'other', content: '增设共享会议室和员工食堂', benefit: null, owner: null },
] as const
const told = {
  planned: ['方案已拟定，待资金落实', '正在征求企业意见'],
  underway: ['已受理申请，正在审核', '已签服务协议，正在实施', '首批企业已享受，继续兑现'],
  done: ['已全部兑现', '已建成并投入使用'],
  stopped: ['与市级政策重复，不再单独实施'],
}

export function writePolicies(book: Book, region: string): void {
  for (const [name, since, positioning, tenants, goal] of policies) {
    const site = siteNamed(name)
    const { zone } = site
    const chance = chanceOf('policy', name)
    const on = recordDay(zone, since)
    const place = { building: buildingId(site, region) }
    const plan = idOf(region, 'policy', name)
    const directions = zones.find(({ park }) => park === zone)!.directions.slice(0, 2)
    book.add(zone, on, buildingPlans, {
      ...{ id: plan, ...place, zone: zoneId(zone, region), since, positioning, tenants, directions, goal },
      madeBy: keeperOf(zone),
    })
    const own = measures.filter((_, i) => i === 0 || chance.happens(0.62))
    for (const { kind, content, benefit, owner } of own) {
      const id = idOf(plan, kind)
      const dueOn = addWorkdays(since, chance.pick([120, 250, 380, 600, 760]))
      book.add(zone, on, buildingMeasures, {
        ...{ id, buildingPlan: plan, ...place, kind, content, benefit, dueOn },
        owner: orgId(owner ?? companyOf(zone!), region),
        state: 'planned',
        progress: null,
        progressOn: null,
        public: benefit !== null,
      })
      const late = dueOn < '2025-11-01'
      const state = late
        ? chance.pick(['done', 'done', 'done', 'underway', 'stopped'] as const)
        : chance.pick(['underway', 'underway', 'done', 'planned'] as const)
      const progressOn = recordDay(zone, chance.pick(['2025-09-08', '2025-10-13', '2025-11-03', '2025-11-17']))
      book.change(zone, progressOn, buildingMeasures, { id, state, progress: chance.pick(told[state]), progressOn })
    }
  }
}
