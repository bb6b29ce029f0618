/** The columns in which rows of one kind are told: the reason comes before the rest. */
import type { ReactNode } from 'react'
import { Act } from '#web/ui/buttons.tsx'
import { CheckInput } from '#web/ui/form/inputs.tsx'
import type { Column } from '#web/ui/table.tsx'
import type { RowKind, ShownRow } from './words.ts'

type Hand = { show: (row: ShownRow) => void; decide: (row: number, skip: boolean) => void }

const told: Record<RowKind, { title: string; show: (row: ShownRow) => ReactNode }> = {
  bad: {
    title: '问题',
    show: ({ bad }) => (
      <ul className="intake-list">
        {bad.map(({ column, heading, problem }) => (
          <li key={`${column}${heading}${problem}`}>
            <b className="intake-bad">
              {column && `${column} 列`}「{heading}」
            </b>
            {problem}
          </li>
        ))}
      </ul>
    ),
  },
  similar: {
    title: '相近的企业',
    show: ({ similar }) => (
      <ul className="intake-list">
        {similar.map(({ name, where }) => (
          <li key={`${name}${where}`}>
            {name}
            <span className="quiet">（{where}）</span>
          </li>
        ))}
      </ul>
    ),
  },
  fresh: { title: '内容', show: ({ cells }) => <Digest of={cells} /> },
  changed: {
    title: '变动',
    show: ({ changes }) => (
      <ul className="intake-list">
        {changes.map(({ heading, from, to }) => (
          <li key={heading}>
            <b>{heading}</b>　<span className="visually-hidden">原为</span>
            {from === null ? <span className="quiet">未填写</span> : <del>{from}</del>} →{' '}
            <span className="visually-hidden">改为</span>
            <ins>{to}</ins>
          </li>
        ))}
      </ul>
    ),
  },
  same: { title: '内容', show: ({ cells }) => <Digest of={cells} /> },
}

/** The first words after the key and the name: enough to know the row by. */
function Digest({ of }: { of: ShownRow['cells'] }) {
  const words = of.flatMap(({ heading, text }) => (text === null ? [] : [`${heading}：${text}`])).slice(2, 8)
  return <span className="quiet">{words.join('；')}</span>
}

export function columnsOf(kind: RowKind, { show, decide }: Hand): Column<ShownRow>[] {
  const columns: Column<ShownRow>[] = [
    {
      key: 'name',
      title: '名称',
      wrap: 16,
      show: ({ name, key }) => (
        <>
          {name ?? <span className="quiet">未能识别</span>}
          {key && <div className="quiet number intake-small">{key}</div>}
        </>
      ),
    },
    { key: 'row', title: '行号', show: ({ row }) => row, number: true, width: 72 },
    { key: 'told', title: told[kind].title, wrap: 34, show: told[kind].show },
    {
      key: 'whole',
      title: '全部内容',
      width: 88,
      show: (row) => (
        <Act inline name={`查看第 ${row.row} 行的全部内容`} onClick={() => show(row)}>
          查看
        </Act>
      ),
    },
  ]
  if (kind !== 'bad' && kind !== 'similar') return columns
  return [
    ...columns,
    {
      key: 'decide',
      title: '是否导入',
      width: 112,
      show: ({ row, skip }) =>
        kind === 'similar' ? (
          <CheckInput label="仍然导入" value={!skip} onChange={(on) => decide(row, !on)} />
        ) : (
          <CheckInput label="不导入" value={skip} onChange={(on) => decide(row, on === true)} />
        ),
    },
  ]
}
