/** Records looked for: the row that asks, and rows newest first, a page at a time, with the way to the earlier ones. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Act } from './ui/buttons.tsx'
import { Row } from './ui/frame/page.tsx'
import { Loaded } from './ui/frame/states.tsx'

const page = 100
type Numbered = { seq: number }
type Page = { before?: number; limit: number }

/** @param ask the page before a row's number; the first page without it */
export const useEarlier = <R extends Numbered>(key: readonly unknown[], ask: (page: Page) => Promise<R[]>) =>
  useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam: before }) => ask({ before, limit: page }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length === page ? last.at(-1)?.seq : undefined),
  })

type SearchOf = { onAsk: () => void; onClear?: () => void; children: ReactNode }

/** What to look for: the inputs, and the button that asks. */
export const Search = ({ onAsk, onClear, children }: SearchOf) => (
  <search>
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAsk()
      }}
    >
      <Row>
        {children}
        <Act main submits>
          查询
        </Act>
        {onClear && <Act onClick={onClear}>清空</Act>}
      </Row>
    </form>
  </search>
)

type EarlierOf<R extends Numbered> = { from: ReturnType<typeof useEarlier<R>>; children: (rows: R[]) => ReactNode }

export const Earlier = <R extends Numbered>({ from, children }: EarlierOf<R>) => (
  <Loaded from={from}>
    {({ pages }) => (
      <>
        {children(pages.flat())}
        {from.hasNextPage && (
          <Row>
            <Act onClick={() => void from.fetchNextPage()} busy={from.isFetchingNextPage}>
              查看更早的记录
            </Act>
          </Row>
        )}
      </>
    )}
  </Loaded>
)
