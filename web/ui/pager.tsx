/** Pages of a list that the server cuts: which one is shown stands in the address (?page=2). */
import { Pagination } from 'antd'
import { useSearchParams } from 'react-router'

export const usePage = () => Math.max(1, Number(useSearchParams()[0].get('page')) || 1)

export function Pager({ size, total }: { size: number; total: number }) {
  const [search, write] = useSearchParams()
  const page = usePage()
  const turn = (to: number) => {
    const next = new URLSearchParams(search)
    if (to > 1) next.set('page', String(to))
    else next.delete('page')
    write(next)
  }
  return (
    <nav className="pager" aria-label="翻页">
      <Pagination
        current={page}
        pageSize={size}
        total={total}
        size="small"
        showSizeChanger={false}
        showTotal={(all) => `共 ${all} 项`}
        onChange={turn}
      />
    </nav>
  )
}
