/** From page to page of a list; nothing where there is one page. */

type Props = { page: number; total: number; size: number; at: (page: number) => string }
export function Pager({ page, total, size, at }: Props) {
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return null
  return (
    <nav className="pages" aria-label="翻页">
      {page > 1 && <a href={at(page - 1)}>上一页</a>}
      <span>
        第 {page} 页，共 {last} 页
      </span>
      {page < last && <a href={at(page + 1)}>下一页</a>}
    </nav>
  )
}
