/** The journal as sentences: who did what, when, and what changed from what to what. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Role, roles } from '#platform/context.ts'
import { type Out, query } from './client.ts'
import { columnOrder, columnTitle, entityTitles, isTechnical, type Names, valueRead, verbOf } from './dictionary.ts'
import { Act } from './ui/buttons.tsx'
import { moment } from './ui/figure/number.ts'
import { EmptyState, Loaded } from './ui/frame/states.tsx'
import './timeline.css'

export type Entry = Out<'journal/timeline'>[number]
const page = 30

/** What happened to some matters (task keys, plan ids…), newest first. */
export function Timeline({ subjects, names }: { subjects: string[]; names?: Names }) {
  const orgs = useOrgNames()
  const all = useMemo(() => new Map([...orgs, ...(names ?? [])]), [orgs, names])
  const asked = useInfiniteQuery({
    queryKey: ['journal/timeline', subjects],
    queryFn: ({ pageParam: before }) => query('journal/timeline', { subjects, before, limit: page }).queryFn(),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length === page ? last.at(-1)?.seq : undefined),
    enabled: subjects.length > 0,
  })
  if (subjects.length === 0) return <EmptyState title="暂无办理记录" />
  return (
    <Loaded from={asked}>
      {({ pages }) => {
        const entries = pages.flat()
        if (entries.length === 0) return <EmptyState title="暂无办理记录" />
        return (
          <>
            <ol className="timeline">
              {together(entries).map((group) => (
                <Group key={group[0]!.seq} of={group} names={all} />
              ))}
            </ol>
            {asked.hasNextPage && (
              <Act onClick={asked.fetchNextPage} busy={asked.isFetchingNextPage}>
                查看更早的记录
              </Act>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** Short names of organisations by id. */
export function useOrgNames(): Names {
  const orgs = useQuery({ ...query('org/list', {}), staleTime: 300_000 }).data
  return useMemo(() => new Map((orgs ?? []).map(({ id, shortName }) => [id, shortName])), [orgs])
}

/** Entries of one step of work — same moment, hand, kind and verb — read as one. */
function together(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = []
  const stepOf = ({ at, actor, entity, operation }: Entry) => [at, actor, entity, operation].join()
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0] && stepOf(last[0]) === stepOf(entry)) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function Group({ of, names }: { of: Entry[]; names: Names }) {
  const first = of[0]!
  return (
    <li>
      <div className="timeline-when">
        <time dateTime={first.at}>{moment(first.at)}</time>
      </div>
      {of.length === 1 ? (
        <Line entry={first} names={names} />
      ) : (
        <details>
          <summary>{`${actorOf(first, names)}${verbOf(first.entity, first.operation, first.before, first.after)}了 ${of.length} 条${entityTitles[first.entity] ?? first.entity}`}</summary>
          <ul className="timeline-changes">
            {of.map((entry) => (
              <li key={entry.seq}>
                <Line entry={entry} names={names} nested />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** New rows are told in one line, changed ones field by field. */
function Line({ entry, names, nested }: { entry: Entry; names: Names; nested?: boolean }) {
  const changes = changesOf(entry, names)
  if (entry.operation === 'insert')
    return (
      <>
        {!nested && <div>{sentenceOf(entry, names)}</div>}
        <div className="quiet">
          {changes
            .slice(0, 6)
            .map(({ title, to }) => `${title}：${shorten(to ?? '')}`)
            .join('；')}
        </div>
      </>
    )
  return (
    <>
      {!(nested && changes.length) && <div>{sentenceOf(entry, names)}</div>}
      <ul className="timeline-changes">
        {changes.map((change) => (
          <ChangeLine key={change.column} {...change} />
        ))}
      </ul>
    </>
  )
}

export const actorOf = ({ actorName, role, org }: Entry, names: Names): string => {
  // Before someone is let in he has no part yet.
  const place = (org && names.get(org)) ?? (role === 'public' ? null : roles[role as Role])
  return place && place !== actorName ? `${actorName}（${place}）` : actorName
}

const nameIn = (row: Record<string, unknown> | null) => row?.title ?? row?.name ?? row?.printed ?? null

export function sentenceOf(entry: Entry, names: Names): string {
  const { entity, operation, before, after } = entry
  if (entity === 'sign_in') return `${actorOf(entry, names)}${valueRead(entity, 'event', after?.event, names)}`
  const name = nameIn(after) ?? nameIn(before)
  const what = `${entityTitles[entity] ?? entity}${name && operation !== 'update' ? `“${String(name)}”` : ''}`
  return `${actorOf(entry, names)}${verbOf(entity, operation, before, after)}了${what}`
}

export type Change = { column: string; title: string; from: string | null; to: string | null }

/** Column by column; `all` includes those that only place a row. */
export function changesOf({ entity, operation, before, after }: Entry, names: Names, all = false): Change[] {
  if (operation === 'delete' && !all) return []
  const telling = (column: string) => !isTechnical(entity, column) && (operation === 'update' || !blank(after?.[column]))
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .filter((column) => all || telling(column))
    .sort(columnOrder(entity))
    .map((column) => ({
      column,
      title: columnTitle(entity, column) ?? column,
      from: before && operation !== 'insert' ? valueRead(entity, column, before[column], names) : null,
      to: after && operation !== 'delete' ? valueRead(entity, column, after[column], names) : null,
    }))
}

const blank = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)
const shorten = (words: string) => (words.length > 120 ? `${words.slice(0, 120)}……` : words)

const ChangeLine = ({ title, from, to }: Change) => (
  <li>
    <b>{title}</b>：
    {from !== null && (
      <>
        <span className="visually-hidden">原为</span>
        <del>{shorten(from)}</del> → <span className="visually-hidden">改为</span>
      </>
    )}
    <ins>{shorten(to ?? '')}</ins>
  </li>
)
