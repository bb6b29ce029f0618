/** Small districts and needs drawn at random, for the tests of matching; figures lie close together so that every edge is met. */
import fc from 'fast-check'
import { type Need, openNeed } from './need.ts'
import { type FireClass, fireClasses, type Unit } from './unit.ts'

export const today = '2025-12-02'

export const plainUnit: Unit = {
  id: 'u1',
  name: '301 室',
  building: 'b1',
  buildingName: '一号楼',
  floor: 3,
  zone: 'z1',
  zoneName: '缙云片区',
  area: 400,
  rent: 30,
  fee: 2,
  readyOn: '2025-11-01',
  freeFrom: '2025-10-01',
  load: 3.5,
  height: 4,
  power: 100,
  network: ['千兆光纤'],
  lifts: 2,
  parking: 50,
  fireClass: 'two',
  use: '办公',
  directions: [],
  facilities: ['食堂', '会议室'],
  longitude: 106.44,
  latitude: 29.82,
  precision: 'exact',
  adjacent: [],
  tenants: { 数字城市: 3 },
  confirmedOn: '2025-11-20',
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5 })
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const some = <T>(...values: T[]) => fc.subarray(values)
const fireClass = oneOf(...(Object.keys(fireClasses) as FireClass[]))
const day = oneOf('2025-11-01', today, '2025-12-20', '2026-01-05', '2026-03-01')
const cents = (from: number, to: number) => fc.integer({ min: from * 100, max: to * 100 }).map((value) => value / 100)

const room = fc.record({
  floor: oneOf(1, 2),
  area: oneOf(60, 80, 99.5, 100, 120.25, 150, 260),
  rent: maybe(oneOf(20, 25.5, 30)),
  fee: maybe(oneOf(0, 2.35)),
  readyOn: maybe(day),
  freeFrom: day,
  load: maybe(oneOf(2, 3.5, 5)),
  height: maybe(oneOf(3, 4.2)),
  power: maybe(oneOf(10, 20.5, 60)),
  network: maybe(some('千兆光纤', '双路由')),
  lifts: maybe(oneOf(1, 2)),
  parking: maybe(oneOf(0, 30)),
  fireClass: maybe(fireClass),
  use: maybe(oneOf('办公', '厂房')),
  facilities: maybe(some('食堂', '会议室', '宿舍')),
  confirmedOn: maybe(oneOf('2025-11-20', '2025-09-01', '2025-01-01')),
})

const place = fc.record({
  zone: maybe(oneOf('z1', 'z2')),
  directions: some('数字城市', '数字文创'),
  tenants: maybe(fc.record({ 数字城市: fc.nat(8) })),
  longitude: maybe(cents(106, 107)),
  latitude: cents(29, 30),
  precision: oneOf('exact' as const, 'approx' as const),
})

const building = (name: string, most: number): fc.Arbitrary<Unit[]> =>
  fc
    .tuple(
      place,
      fc.array(room, { minLength: 3, maxLength: most, size: 'max' }),
      fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { minLength: 4, maxLength: 14, size: 'max' }),
    )
    .map(([at, rooms, doors]) =>
      rooms.map((own, index) => ({
        ...at,
        ...own,
        zoneName: at.zone,
        id: `${name}-${index}`,
        name: `${own.floor}0${index} 室`,
        building: name,
        buildingName: `${name} 栋`,
        adjacent: doors.filter(([from]) => from === index).map(([, to]) => `${name}-${to}`),
      })),
    )

/** Two buildings of at most `most` units each, in any order. */
export const district = (most = 7): fc.Arbitrary<Unit[]> =>
  fc
    .tuple(building('a', most), building('b', most))
    .chain(([one, other]) => fc.shuffledSubarray([...one, ...other], { minLength: one.length + other.length }))

const area = oneOf(
  { from: null, to: null },
  { from: 180, to: null },
  { from: null, to: 300 },
  { from: 200, to: 320.5 },
  { from: 300, to: 420 },
  { from: 100, to: 130 },
)

/** Most things are not asked for, lest nothing ever fits. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })

export const anyNeed: fc.Arbitrary<Need> = fc
  .record({
    area,
    people: maybe(oneOf(12, 20, 25)),
    perPerson: fc.option(oneOf(8, 12.5)),
    budget: rarely(oneOf(4000, 6000, 7500)),
    maxRent: rarely(oneOf(22, 28)),
    readyBy: rarely(oneOf('2025-11-15', '2025-12-31', '2026-02-01')),
    load: rarely(oneOf(3, 3.5)),
    height: rarely(oneOf(3.5)),
    power: rarely(oneOf(30, 70.5)),
    lifts: rarely(oneOf(2)),
    parking: rarely(oneOf(20)),
    network: oneOf([], [], [], ['千兆光纤']),
    fireClass: rarely(fireClass),
    uses: oneOf([], [], [], ['办公']),
    direction: rarely(oneOf('数字城市')),
    zones: oneOf([], [], [], [{ id: 'z1', name: '缙云片区' }]),
    facilities: oneOf([], [], [], ['食堂', '宿舍']),
    location: rarely(
      fc.record({ name: fc.constant('西南大学'), longitude: cents(106, 107), latitude: cents(29, 30), within: oneOf(30, 60) }),
    ),
    near: oneOf([], [{ building: 'a', name: '满星软件', longitude: 106.5, latitude: 29.5 }]),
    combine: oneOf(true, true, false),
    parts: oneOf(2, 3, 4, 5),
    floors: fc.boolean(),
  })
  .map((drawn) => ({ ...openNeed, ...drawn }))
