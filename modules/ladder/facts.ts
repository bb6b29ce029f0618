/**
 * What is known of enterprises, for criteria to be judged by: from their files, the titles and rights on record, and their
 * accepted reports — as far as the actor may see them, each with the day it holds for and where it is from.
 *
 * The one place where these are known: criteria ask for one enterprise, policies for everybody (modules/policy/facts).
 */
import { type FactName, type Facts, factNames, type Known } from '#engines/criteria/facts.ts'
import { divisionOf } from '#engines/enterprise/industry.ts'
import { sources } from '#modules/enterprise/model.ts'
import type { File } from '#modules/enterprise/presence.ts'
import type { Ctx } from '#platform/context.ts'
import type { Days } from './known/asked.ts'
import { type Grant, grantsOf, heldKinds, noGrants, noRights, type Rights, rightsOf } from './known/holdings.ts'
import { factsOfReports, reportFacts, reportsOf } from './known/reports.ts'
import type { Title } from './titles.ts'

export type FileFacts = Pick<
  File,
  'id' | 'industry' | 'registered' | 'taxed' | 'legalForm' | 'registeredOn' | 'origins' | 'source' | 'asOf'
>

export async function factsOf(ctx: Ctx, file: File): Promise<Facts> {
  const days = { day: ctx.today, known: ctx.today }
  return (await factsOfFiles(ctx, [file], days, factNames)).get(file.id)!
}

/** Of many at once; only what is asked for is looked up. `reports`: where others need them as well. */
export async function factsOfFiles(
  ctx: Ctx,
  files: readonly FileFacts[],
  days: Days,
  names: readonly FactName[],
  reportsOfAll = () => reportsOf(ctx, { ...days, ids: files.map(({ id }) => id) }, names),
) {
  const asked = { ...days, ids: files.map(({ id }) => id) }
  const wants = (some: readonly FactName[]) => some.some((name) => names.includes(name))
  const rights = wants(['ipCount', 'ipClassOne']) ? await rightsOf(ctx, asked) : null
  const grants = wants(titleFacts) ? await grantsOf(ctx, asked) : null
  const reports = wants(reportFacts) ? await reportsOfAll() : null
  return new Map(
    files.map((file): [string, Facts] => [
      file.id,
      Object.assign(
        ofFile(file, days),
        rights && ofRights(rights.get(file.id) ?? noRights, days),
        grants && ofTitles(grants.get(file.id) ?? noGrants, days),
        reports && factsOfReports(reports.get(file.id)!),
      ),
    ]),
  )
}

const known = (value: Known['value'], asOf: string, source: string): Known => ({ value, asOf, source })

/** What the file says of a field. What became known after the day it is asked for is told as of that day. */
export function fromFile(file: FileFacts, field: keyof File, value: Known['value'], { day, known: by }: Days): Known {
  const origin = file.origins[field]
  const asOf = origin?.asOf ?? file.asOf
  return known(value, asOf > day && asOf <= by ? day : asOf, sources[origin?.source ?? file.source])
}

function ofFile(file: FileFacts, days: Days): Facts {
  const from = (field: keyof File, value: Known['value']) => fromFile(file, field, value, days)
  // In the district on both accounts is in its city too; on neither, it may be elsewhere in the city.
  const local = file.registered && file.taxed ? from('taxed', true) : undefined
  const legal = legalPersons[file.legalForm]
  return {
    industryDivision: from('industry', divisionOf(file.industry)),
    ...(legal === undefined ? {} : { legalPerson: from('legalForm', legal) }),
    ...(local ? { registeredInChongqing: local, registeredInCentre: local } : {}),
    ...(file.registeredOn
      ? {
          yearsSinceRegistration: {
            ...from('registeredOn', fullYears(file.registeredOn, days.day)),
            asOf: days.day,
          },
        }
      : {}),
  }
}

const legalPersons: Partial<Record<File['legalForm'], boolean>> = {
  limited: true,
  shares: true,
  foreign: true,
  sole: false,
  partnership: false,
  branch: false,
}

const fullYears = (from: string, to: string) =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

function ofRights(rights: Rights, { day }: Days): Facts {
  const all = Object.values(rights).reduce((sum, n) => sum + n, 0)
  // Ⅰ类知识产权 that the ledger knows.
  const classOne = (rights.invention ?? 0) + (rights.layout ?? 0)
  return { ipCount: known(all, day, '知识产权台账'), ipClassOne: known(classOne, day, '知识产权台账') }
}

/** On which title a fact rests; where the ledger does not hold it, it is not held. */
const rests: Partial<Record<FactName, Title>> = {
  specialisedTitle: 'specialised',
  topHundredListed: 'top-100',
  unicornListed: 'unicorn',
  gazelleListed: 'gazelle',
  chainLeaderListed: 'chain-leader',
}
const resting = Object.entries(rests) as [FactName, Title][]
const titleFacts: FactName[] = [...resting.map(([fact]) => fact), 'innovationHonour']

function ofTitles(grants: readonly Grant[], { day }: Days): Facts {
  const held = heldKinds(grants, day)
  const facts: Facts = {}
  for (const [fact, title] of resting) facts[fact] = known(held.has(title), day, '资质台账')
  // Other honours of the kind are not on record here: without this one nothing is known.
  if (held.has('high-tech')) facts.innovationHonour = known(true, day, '资质台账')
  return facts
}
