/** Turning the pages of a list that the database pages; nothing where one page holds it all. */
import { Pagination } from 'antd'
import { useSearchParams } from 'react-router'
import { useNarrow } from './frame/narrow.ts'

/** The page that stands in the address (?page=2). */
export const usePage = () => Math.max(1, Number(useSearchParams()[0].get('page')) || 1)

/** Without a page and a way to turn it, both are those of the address. */
type PagerOf = { size: number; total: number; page?: number; onTurn?: (page: number) => void }

export function Pager({ size, total, page, onTurn }: PagerOf) {
  const [search, write] = useSearchParams()
  const here = usePage()
  const narrow = useNarrow()
  const turn = (to: number) => {
    const next = new URLSearchParams(search)
    if (to > 1) next.set('page', String(to))
    else next.delete('page')
    write(next)
  }
  if (total <= size) return null
  return (
    <nav aria-label="翻页">
      <Pagination
        style={{ padding: '12px 16px' }}
        align="end"
        responsive
        current={page ?? here}
        pageSize={size}
        total={total}
        showSizeChanger={false}
        showTotal={narrow ? undefined : (all) => `共 ${all} 项`}
        onChange={onTurn ?? turn}
      />
    </nav>
  )
}
