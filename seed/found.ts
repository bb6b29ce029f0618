/** Before the plan: organisations and who belongs to which, people and their posts, what the district governs and where it lies. */
import { readFileSync } from 'node:fs'
import { boundaries, jurisdictions, members, orgs, persons, posts, spots } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { type Body, bodies, memberships, ungoverned } from './bodies.ts'
import { accounts, cast, orgId, personId } from './cast.ts'
import { idOf } from './identity.ts'

/** The board was set up and its people appointed by then. */
const since = '2022-10-08'

/** Done by the machine: nobody is there yet who could. */
export async function found({ db, actor: { region } }: Ctx): Promise<void> {
  const rows = ([...bodies, ...accounts] as Body[]).map(({ name, shortName, kind, parent, aliases, areaCode, duties }) => ({
    id: orgId(shortName, region),
    name,
    shortName,
    kind,
    parent: parent ? orgId(parent, region) : null,
    aliases: aliases ?? [],
    areaCode: areaCode ?? null,
    duties: duties ?? null,
    since: ['board', 'office', 'team'].includes(kind) ? since : null,
    until: null,
  }))
  await db.insert(orgs).values(rows)
  await db.insert(members).values(
    Object.entries(memberships).flatMap(([body, own]) =>
      own.map((org) => ({
        id: idOf(region, 'member', body, org),
        body: orgId(body, region),
        org: orgId(org, region),
        since,
        until: null,
      })),
    ),
  )
  await db.insert(jurisdictions).values(
    bodies
      .filter(({ areaCode }) => areaCode)
      .map(({ shortName, areaCode }) => {
        const outside = ungoverned.areas.includes(shortName)
        return {
          id: idOf(region, 'jurisdiction', areaCode!),
          areaCode: areaCode!,
          areaName: shortName,
          governed: !outside,
          governedBy: outside ? ungoverned.by : '北碚区人民政府',
          basis: outside ? ungoverned.basis : '行政区划',
          since: '2022-01-01',
          until: null,
        }
      }),
  )
  await db.insert(persons).values(cast.map(({ name }) => ({ id: personId(name, region), name, account: null })))
  await db.insert(posts).values(
    cast.map(({ name, org, role, title, since: begun, until }) => ({
      id: idOf(region, 'post', name),
      person: personId(name, region),
      org: orgId(org, region),
      role,
      title,
      since: begun ?? since,
      until: until ?? null,
    })),
  )
  await drawMap({ db }, region)
}

type Area = {
  properties: { code: string; source: string; datum: string; note: string }
  geometry: { coordinates: [number, number][][] }
}
type Zones = { zones: { name: string; place: string; at: [number, number]; precision: 'exact' | 'approx'; note: string }[] }

const read = <T>(name: string) => JSON.parse(readFileSync(new URL(`./map/${name}`, import.meta.url), 'utf8')) as T

/** The boundary and the zones on it: approximate, as the files of the map say themselves. */
async function drawMap({ db }: Pick<Ctx, 'db'>, region: string): Promise<void> {
  const { properties, geometry } = read<Area>('500109.json')
  await db.insert(boundaries).values({
    id: idOf(region, 'boundary', properties.code),
    areaCode: properties.code,
    rings: geometry.coordinates,
    source: `${properties.source}，${properties.datum}`,
    note: properties.note,
    since,
  })
  const shortNames = new Map(bodies.map(({ name, shortName }) => [name, shortName]))
  await db.insert(spots).values(
    read<Zones>('zones.json').zones.map(({ name, place, at: [longitude, latitude], precision, note }) => ({
      id: idOf(region, 'spot', name),
      org: orgId(shortNames.get(name)!, region),
      longitude,
      latitude,
      precision,
      note: `${note}，以${place}代表`,
      since,
    })),
  )
}
