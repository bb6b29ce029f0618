/** Rows of a table as cards, for a phone. */
import { Pagination } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Column } from './table.tsx'

type CardsOf<R> = {
  name: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  to?: (row: R) => string
  pageSize: number
}

export function RowCards<R>({ name, rows, columns: [first, ...others], rowKey, to, pageSize }: CardsOf<R>) {
  const [page, turn] = useState(1)
  const from = rows.length > (page - 1) * pageSize ? (page - 1) * pageSize : 0
  return (
    <>
      <ul className="panel cards" aria-label={name}>
        {rows.slice(from, from + pageSize).map((row) => (
          <li key={rowKey(row)}>
            {first && <div className="cards-head">{to ? <Link to={to(row)}>{first.show(row)}</Link> : first.show(row)}</div>}
            <dl>
              {others
                .filter(({ wideOnly }) => !wideOnly)
                .map((column) => (
                  <Pair key={column.key} column={column} row={row} />
                ))}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > pageSize && (
        <Pagination
          simple
          align="center"
          style={{ marginTop: 16 }}
          current={from / pageSize + 1}
          total={rows.length}
          pageSize={pageSize}
          onChange={turn}
        />
      )}
    </>
  )
}

function Pair<R>({ column: { title, show }, row }: { column: Column<R>; row: R }) {
  const value = show(row)
  if (value === null || value === undefined || value === '' || value === '—' || value === false) return null
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}
