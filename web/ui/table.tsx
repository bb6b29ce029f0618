/** The dense table of the office: sorts, filters, finds; scrolls inside itself; becomes cards on a phone. */
import { Grid, Input, Table, type TableColumnType } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { RowCards } from './cards.tsx'
import { EmptyState } from './frame/states.tsx'
import './table.css'

type Sortable = string | number | boolean | null | undefined
export type Column<R> = {
  key: string
  title: string
  show: (row: R) => ReactNode
  /** What to sort by; without it the column does not sort. */
  sort?: (row: R) => Sortable
  /** Words to filter by, and which of them a row has. */
  filter?: { of: Record<string, string>; has: (row: R) => string | readonly string[] | null }
  width?: number
  /** Longer than this many characters, it takes another line instead of widening the table. */
  wrap?: number
  /** Numbers stand right. */
  number?: boolean
  /** Left out of the card on a phone. */
  wideOnly?: boolean
}

type TableOf<R> = {
  /** What the table lists; read out by screen readers. */
  name: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  /** Where the first column leads. */
  to?: (row: R) => string
  /** Text a row is found by; shows the search box. */
  find?: (row: R) => string
  /** Beside the search box. */
  tools?: ReactNode
  empty?: ReactNode
  pageSize?: number
  /** Rows below a row. */
  childrenOf?: (row: R) => readonly R[] | undefined
  chosen?: { keys: readonly string[]; onChange: (keys: string[]) => void }
}

const byChinese = new Intl.Collator('zh-CN', { numeric: true })
function compare(a: Sortable, b: Sortable): number {
  if (a === b) return 0
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  return typeof a === 'string' && typeof b === 'string' ? byChinese.compare(a, b) : Number(a) - Number(b)
}

export function DataTable<R extends object>(props: TableOf<R>) {
  const { name, rows, columns, rowKey, to, find, tools, empty, pageSize = 50, childrenOf, chosen } = props
  const [words, setWords] = useState('')
  const narrow = Grid.useBreakpoint().sm === false
  const found = useMemo(() => {
    const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
    return find && wanted.length ? rows.filter((row) => wanted.every((word) => find(row).toLowerCase().includes(word))) : rows
  }, [rows, words, find])
  const nothing = words ? (
    <EmptyState title={`没有找到含“${words}”的内容`} />
  ) : typeof empty === 'string' || !empty ? (
    <EmptyState title={empty || '暂无内容'} />
  ) : (
    empty
  )
  const frame = useRef<HTMLDivElement>(null)
  // What scrolls sideways can be scrolled by keyboard.
  useEffect(() => {
    for (const body of frame.current?.querySelectorAll('.ant-table-body') ?? [])
      (body as HTMLElement).tabIndex = body.scrollWidth > body.clientWidth ? 0 : -1
  })
  return (
    <div ref={frame}>
      {(find || tools) && (
        <div className="table-tools">
          {find && (
            <Input.Search
              className="table-find"
              allowClear
              placeholder="输入关键词查找"
              aria-label={`在${name}中查找`}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          {tools}
          <span className="quiet" role="status">
            {words ? `找到 ${found.length} 项，共 ${rows.length} 项` : `共 ${rows.length} 项`}
          </span>
        </div>
      )}
      {narrow && !childrenOf ? (
        found.length ? (
          <RowCards name={name} rows={found} columns={columns} rowKey={rowKey} to={to} pageSize={pageSize} />
        ) : (
          nothing
        )
      ) : (
        <Table<R>
          aria-label={name}
          size="small"
          rowKey={rowKey}
          dataSource={withBranches(found, childrenOf)}
          columns={columns.map((column, at) => antColumn(column, at === 0 ? to : undefined))}
          pagination={found.length > pageSize && { pageSize, showSizeChanger: false, showTotal: (total) => `共 ${total} 项` }}
          scroll={{ x: 'max-content' }}
          sticky={{ offsetHeader: 52 }}
          locale={{ emptyText: nothing }}
          expandable={childrenOf && { defaultExpandAllRows: true }}
          // No box in the heading: it is drawn a second time for measuring, where the keyboard would meet it unseen.
          rowSelection={
            chosen && {
              selectedRowKeys: [...chosen.keys],
              onChange: (keys) => chosen.onChange(keys.map(String)),
              hideSelectAll: true,
            }
          }
        />
      )}
    </div>
  )
}

function antColumn<R>(column: Column<R>, to?: (row: R) => string): TableColumnType<R> {
  const { key, title, show, sort, filter, width, wrap, number } = column
  const inside = (row: R) =>
    wrap ? (
      <span style={{ display: 'block', maxWidth: `max(${wrap}em, ${wrap}vw)`, whiteSpace: 'normal' }}>{show(row)}</span>
    ) : (
      show(row)
    )
  return {
    key,
    title,
    width,
    align: number ? 'right' : undefined,
    className: number ? 'number' : undefined,
    render: (_, row) => (to ? <Link to={to(row)}>{inside(row)}</Link> : inside(row)),
    sorter: sort && ((a, b) => compare(sort(a), sort(b))),
    showSorterTooltip: false,
    filters: filter && Object.entries(filter.of).map(([value, text]) => ({ value, text })),
    onFilter: filter && ((value, row) => [filter.has(row)].flat().includes(String(value))),
  }
}

/** antd finds branches under `children`. */
const withBranches = <R extends object>(rows: readonly R[], childrenOf?: (row: R) => readonly R[] | undefined): R[] =>
  childrenOf
    ? rows.map((row) => {
        const below = childrenOf(row)
        return below?.length ? { ...row, children: withBranches(below, childrenOf) } : row
      })
    : [...rows]
