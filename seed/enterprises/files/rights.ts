/** Copyrights and patents registered year by year, entered at the end of every week. */
import type { rightKinds } from '#modules/enterprise/model.ts'
import { ipRights } from '#modules/enterprise/tables.ts'
import { actorNamed, orgId } from '#seed/cast.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { together } from '#seed/history/together.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { addDays, weekEnd } from '../calendar.ts'
import type { Firm } from '../firms/firms.ts'
import { isThere } from '../firms/growth.ts'
import { placeOn, tradeOn } from '../firms/stretches.ts'
import { enterpriseId } from '../reports/report-rows.ts'
import { addRows } from '../rows.ts'

type Row = typeof ipRights.$inferInsert

/** How many in 2021 to 2025: 8 to 13 % more every year. */
const yearly = [1500, 1628, 1806, 2036, 2250]
const takenOverOn = '2022-11-10'

export function rightScenes(firms: Firm[], region: string): Scene[] {
  const actor = actorNamed('石科', region)
  const rows = rightsOf(firms, region, actor.name)
  const byDay = together(rows, ({ knownFrom }) => (knownFrom < takenOverOn ? takenOverOn : knownFrom))
  return [...byDay].map(([day, own]) => ({
    day,
    hour: 15,
    actor,
    action: 'intake/commit',
    work: (ctx) => addRows(ctx, ipRights, own),
  }))
}

/** Whoever is larger has more of them. */
function rightsOf(firms: Firm[], region: string, recordedBy: string): Row[] {
  const able = firms.filter(({ inIndustry }) => inIndustry)
  const tickets = able.flatMap((firm) => Array(Math.ceil(firm.level / 500_000)).fill(firm) as Firm[])
  return yearly.flatMap((times, nth) =>
    Array.from({ length: times }, (_, i): Row => {
      const chance = chanceOf('right', nth, i)
      const registeredOn = addDays(`${2021 + nth}-01-01`, Math.floor(((i + 0.5) / times) * 365))
      const knownFrom = weekEnd(registeredOn)
      const firm = holder(tickets, registeredOn, knownFrom, chance)
      return rightOf(firm, registeredOn, chance, {
        id: idOf(region, 'right', String(nth), String(i)),
        region,
        recordedBy,
        knownFrom,
      })
    }),
  )
}

function holder(tickets: Firm[], day: string, known: string, chance: Chance): Firm {
  const firm = chance.pick(tickets)
  return firm.knownOn <= known && isThere(firm, day) ? firm : holder(tickets, day, known, chance)
}

const kinds = [
  ...Array(77).fill('copyright'),
  ...Array(7).fill('invention'),
  ...Array(12).fill('utility'),
  ...Array(4).fill('design'),
]

type Entry = { id: string; region: string; recordedBy: string; knownFrom: string }

function rightOf(firm: Firm, registeredOn: string, chance: Chance, { id, region, recordedBy, knownFrom }: Entry): Row {
  const kind = chance.pick(kinds) as keyof typeof rightKinds
  const { zone, town } = placeOn(firm, registeredOn)
  const trade = tradeOn(firm, registeredOn)
  const product = trade.products.split('、')[0]!
  const serial = chance.between(100_000, 999_999)
  return {
    id,
    enterprise: enterpriseId(firm.serial, region),
    kind,
    title:
      kind === 'copyright'
        ? `${product}V${chance.between(1, 4)}.${chance.between(0, 3)}`
        : `一种用于${product}的${chance.pick(inventions)}`,
    number: `演示${kind === 'copyright' ? '软著登字' : '专利'}${registeredOn.slice(0, 4)}${serial}`,
    registeredOn,
    town: orgId(town, region),
    zone: zone && orgId(zone, region),
    industry: trade.industry,
    recordedBy,
    knownFrom,
    knownUntil: null,
  }
}

const inventions = ['数据处理方法', '任务调度方法', '异常检测方法', '接口装置', '信号校准方法', '界面显示装置']
