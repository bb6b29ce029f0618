/** The directory of enterprises for the public: those that agreed, with what they agreed to show; found by a plain form. */

import type { directoryOf } from '#modules/enterprise/find/directory.ts'
import { addressAt } from './asked.ts'
import { Pager } from './frame/pager.tsx'

type Found = Awaited<ReturnType<typeof directoryOf>>
type Props = { of: Found; words: string; zone: string | null; page: number; size: number }

export function Directory({ of: { rows, total, zones }, words, zone, page, size }: Props) {
  return (
    <article className="wide narrow directory">
      <header>
        <h1>企业名录</h1>
        <p className="intro">名录由企业自愿公开，只显示企业同意公开的内容。共 {total} 家。</p>
      </header>
      <search>
        <form className="ask" method="get" action="/enterprises">
          <label>
            <span>名称或产品</span>
            <input type="search" name="words" defaultValue={words} maxLength={60} />
          </label>
          <label>
            <span>园城</span>
            <select name="zone" defaultValue={zone ?? ''}>
              <option value="">全部</option>
              {zones.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <button type="submit">查询</button>
        </form>
      </search>
      {rows.length === 0 && (
        <p className="quiet">{words || zone ? '没有符合条件的企业，请换一个条件。' : '暂时没有企业公开信息。'}</p>
      )}
      <ul className="firms">
        {rows.map((row) => (
          <li key={row.id}>
            <h2>{row.name}</h2>
            <p className="quiet">{[row.zone ?? row.town, row.industry, row.direction].filter(Boolean).join(' · ')}</p>
            {row.products && <p>{row.products}</p>}
            {(row.address || row.phone) && (
              <p className="quiet">{[row.address, row.phone && `电话 ${row.phone}`].filter(Boolean).join('　')}</p>
            )}
          </li>
        ))}
      </ul>
      <Pager {...{ page, total, size }} at={(page) => addressAt('/enterprises', { words, zone: zone ?? '', page })} />
    </article>
  )
}
