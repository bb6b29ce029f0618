/** The bar over the wall: the day looked at, how fresh it is, and what can be taken away from it. */
import { useMutation } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { lastDayOf, monthAt, monthNumber, monthOf } from '#engines/indicator/months.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { StopsInput } from '#web/ui/form/stops-input.tsx'
import { icons } from '#web/ui/icons.tsx'
import { savePicture } from '#web/ui/picture.ts'
import type { Overview } from './overview.ts'

type Freshness = { updatedAt: number; stale: boolean; turning: boolean }
const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })

export function AsOf({ of, freshness }: { of: Overview; freshness: Freshness }) {
  const { day, since, today, closedMonth, reportsAsOf } = of
  const bar = useRef<HTMLElement>(null)
  const say = useSay()
  const look = useLook(today)
  const asked = useSearchParams()[0].get('day') ?? today
  const stops = useMemo(() => stopsOf(since, today), [since, today])
  const bulletin = useMutation({ ...download('cockpit/bulletin'), onError: say.failed })
  const picture = useMutation({
    mutationFn: async () => {
      const wall = bar.current?.closest<HTMLElement>('.wall')
      if (wall) await savePicture(wall, `满天星驾驶舱（${day}）`)
    },
    onError: say.failed,
  })
  return (
    <section className="deck-bar" aria-label="日期与导出" ref={bar}>
      <div className="deck-day">
        <span className="quiet">截至</span>
        <b className="number">{dated(day)}</b>
        {day < today && (
          <span className="deck-then" title={`只显示${dated(day)}当天已登记的情况，此后的补报和更正不在其中`}>
            当日所知
          </span>
        )}
        {reportsAsOf < day && (
          <span className="quiet" title="此后审核的报表按月计入">
            报表更新至{dated(reportsAsOf)}
          </span>
        )}
      </div>
      <div className="deck-stops">
        <StopsInput name="截至日期" stops={stops} value={asked} onChange={look} />
      </div>
      <div className="deck-fresh quiet" role="status">
        {freshOf(freshness)}
      </div>
      <div className="deck-acts not-pictured">
        {day < today && <Act onClick={() => look(today)}>回到今天</Act>}
        <Act icon={icons.download} busy={picture.isPending} onClick={() => picture.mutate()}>
          导出图片
        </Act>
        {closedMonth && (
          <Act icon={icons.plan} busy={bulletin.isPending} onClick={() => bulletin.mutate({ month: closedMonth })}>
            {monthWord(closedMonth)}月报
          </Act>
        )}
      </div>
    </section>
  )
}

function freshOf({ updatedAt, stale, turning }: Freshness): string {
  if (turning) return '正在读取……'
  return stale ? '网络中断，显示的是此前的数据' : `${time.format(updatedAt)} 更新，有变动即刷新`
}

/** Another day in the address; today leaves it out. */
export function useLook(today: string) {
  const [, write] = useSearchParams()
  return useCallback(
    (day: string) =>
      write(
        (search) => {
          if (day === today) search.delete('day')
          else search.set('day', day)
          return search
        },
        { replace: true },
      ),
    [write, today],
  )
}

/** The ends of the months since the plan was published, and today. */
function stopsOf(since: string, today: string) {
  const first = monthNumber(monthOf(since))
  const count = monthNumber(monthOf(today)) - first
  const ends = Array.from({ length: count }, (_, at) => {
    const month = monthAt(first + at)
    return {
      value: lastDayOf(month),
      label: `${monthWord(month)}末`,
      ...(month.endsWith('-12') && { mark: yearEnd(month) }),
    }
  })
  return [...ends, { value: today, label: `今天，${dated(today)}`, mark: '今天' }]
}
const yearEnd = (month: string) => `${month.slice(0, 4)}年末`
