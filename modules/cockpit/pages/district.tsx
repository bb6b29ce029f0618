/** The district zone by zone: a chosen figure on the map, and what lies outside of every zone beside it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { figureOf } from '#modules/indicator/pages/words.ts'
import { type Out, query } from '#web/client.ts'
import { DistrictMap, type MapMark } from '#web/ui/figure/district-map.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Block } from './block.tsx'
import { dayIn, type Overview, toIndicator } from './overview.ts'

type Split = Out<'cockpit/zones'>
type Land = Out<'org/map'>
const first = 'new-enterprises'

export function District({ of }: { of: Overview }) {
  const [search, write] = useSearchParams()
  const choices = of.figures.filter(({ byZone }) => byZone).map(({ code, name }) => ({ value: code, label: name }))
  const asked = search.get('zones')
  const code = choices.find(({ value }) => value === asked)?.value ?? choices.find(({ value }) => value === first)?.value
  const choose = (next: string | null) =>
    write(
      (search) => {
        if (next && next !== first) search.set('zones', next)
        else search.delete('zones')
        return search
      },
      { replace: true },
    )
  const pick = code && <ChoiceInput name="地图显示的指标" value={code} choices={choices} onChange={choose} width={210} />
  return (
    <Block name="map" title="园城分布" to={code ? toIndicator(code, dayIn(of)) : '/office/plan'} note={pick}>
      {code ? <Zones of={of} code={code} /> : <Land />}
    </Block>
  )
}

const useLand = () => useQuery({ ...query('org/map', {}), staleTime: Number.POSITIVE_INFINITY })

/** Where nothing is counted by zone, the map still shows where they lie. */
function Land() {
  const land = useLand()
  const marks = useMemo(() => (land.data?.spots ?? []).map((spot) => markOf(spot, 0, '')), [land.data])
  return <Loaded from={land}>{({ boundary }) => <DistrictMap boundary={boundary?.rings ?? none} marks={marks} />}</Loaded>
}

const none: [number, number][][] = []
const markOf = ({ org, shortName, longitude, latitude }: Land['spots'][number], value: number, label: string): MapMark => ({
  key: org,
  name: shortName,
  at: [longitude, latitude],
  value,
  label,
})

function Zones({ of, code }: { of: Overview; code: string }) {
  const day = dayIn(of)
  const land = useLand()
  const split = useQuery({ ...query('cockpit/zones', { code, ...(day && { day }) }), placeholderData: keepPreviousData })
  const to = (part: string) => `/office/indicators/${code}?${new URLSearchParams({ by: 'zone', part, ...(day && { day }) })}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ways on are made of the code and the day
  const marks = useMemo(
    () =>
      (land.data?.spots ?? [])
        .filter(({ kind }) => kind === 'park')
        .map((spot) => {
          const part = split.data?.parts.find((one) => one.part === spot.org)
          return { ...markOf(spot, Math.max(part?.value ?? 0, 0), split.data ? wordsOf(split.data, part) : ''), to: to(spot.org) }
        }),
    [land.data, split.data, code, day],
  )
  return (
    <Loaded from={split}>
      {(found) => (
        <>
          <Loaded from={land}>{({ boundary }) => <DistrictMap boundary={boundary?.rings ?? none} marks={marks} />}</Loaded>
          <p className="zones-rest number">
            <Link to={toIndicator(code, day)}>
              全区 <b>{figureOf(found, found.value)}</b>
            </Link>
            {elsewhere(found, marks).map(({ part, name, ...rest }) => (
              <Link key={part} to={to(part)}>
                {name} <b>{wordsOf(found, rest)}</b>
              </Link>
            ))}
          </p>
        </>
      )}
    </Loaded>
  )
}

const elsewhere = ({ parts }: Split, marks: readonly MapMark[]) =>
  parts.filter(({ part }) => !marks.some(({ key }) => key === part))

type Part = Pick<Split['parts'][number], 'value' | 'hidden'>
function wordsOf(split: Split, part: Part | undefined): string {
  if (part?.hidden) return '不予列示'
  return figureOf(split, part ? part.value : split.form === 'amount' ? 0 : null)
}
