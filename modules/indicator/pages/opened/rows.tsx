/** What the figure is made of: each read with its sign and its sum, adding up to the figure; and the rows of one of them. */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { sayRead } from '#engines/indicator/figure/say.ts'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { TextInput } from '#web/ui/form/inputs.tsx'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager } from '#web/ui/pager.tsx'
import { DataTable } from '#web/ui/table.tsx'
import type { Asked } from '../opened.tsx'
import { exact, type Opened } from '../words.ts'
import { type Behind, MadeOf } from './made-of.tsx'
import { columnsOf } from './row-columns.tsx'
import { splitQuery } from './splits.tsx'

const size = 50

export function Rows({ of, asked: which }: { of: Opened; asked: Asked }) {
  const { code, day, version } = which
  const [search, write] = useSearchParams()
  const by = of.definition.dimensions.find((one) => one === search.get('by'))
  const split = useQuery({ ...splitQuery(which, by ?? 'zone'), enabled: by !== undefined }).data
  const part = by && split?.parts.find(({ part }) => part === (search.get('part') ?? ''))
  const read = Number(search.get('read')) || 0
  const page = Number(search.get('page')) || 1
  const within = by && { by, part: search.get('part') ?? '' }
  const name = search.get('name') ?? undefined
  const asked = useQuery({
    ...query('indicator/rows', {
      code,
      ...(day && { day }),
      ...(version && { version }),
      ...within,
      ...(name && { name }),
      read,
      page,
      size,
    }),
    placeholderData: (last) => last,
    enabled: of.figure.missing === null,
  })
  const turn = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search)
    for (const [key, value] of Object.entries(changes)) value === null ? next.delete(key) : next.set(key, value)
    write(next, { replace: true, preventScrollReset: true })
  }
  if (of.figure.missing !== null)
    return (
      <Panel>
        <EmptyState title="没有明细" about={of.figure.missing} />
      </Panel>
    )
  return (
    <Loaded from={asked} rows={8}>
      {(reads) => (
        <div className="stack">
          {split && part && (
            <Row>
              <span>
                只看{split.title}“{part.name}”
              </span>
              <Act inline onClick={() => turn({ by: null, part: null, page: null, read: null })}>
                查看全部
              </Act>
            </Row>
          )}
          <Panel title="数由何来">
            <MadeOf
              reads={reads}
              figure={within ? null : of.figure}
              picked={Math.min(read, reads.length - 1)}
              onPick={(at) => turn({ read: at ? String(at) : null, page: null })}
            />
          </Panel>
          {reads[read] && (
            <RowsOf
              read={reads[read]}
              page={page}
              name={name}
              onTurn={(to) => turn({ page: to > 1 ? String(to) : null })}
              onFind={(name) => turn({ name, page: null })}
            />
          )}
        </div>
      )}
    </Loaded>
  )
}

type RowsOf = {
  read: Behind
  page: number
  name: string | undefined
  onTurn: (page: number) => void
  onFind: (name: string | null) => void
}

function RowsOf({ read, page, name, onTurn, onFind }: RowsOf) {
  const { visible, whole, rows, found } = read
  const words = sayRead(read.read)
  const partial = whole === null || whole.rows !== visible.rows
  return (
    <Panel flush title={`${words}（${exact(visible.rows)} 条）`}>
      <div className="indicator-table padded">
        {partial && (
          <div className="indicator-partial">
            <Notice>
              您可查看其中 {exact(visible.rows)} 条，合计 {exact(visible.amount)} {read.read.unit}
              ；其余记录不在您可以查看的范围内。
            </Notice>
          </div>
        )}
        <div className="indicator-find">
          <TextInput name="企业名称" placeholder="按企业名称查找" maxLength={120} value={name ?? null} onChange={onFind} />
          {name && (
            <span className="quiet" role="status">
              找到 {exact(found)} 条
            </span>
          )}
        </div>
        <DataTable
          name={words}
          rows={rows}
          columns={columnsOf(read)}
          rowKey={({ id }) => id}
          pageSize={size}
          empty={name ? `没有找到名称含“${name}”的记录` : partial ? '没有您可以查看的记录' : '没有记录'}
        />
        <Pager page={page} size={size} total={found} onTurn={onTurn} />
      </div>
    </Panel>
  )
}
