/** The months by year, each with its state; the office publishes the next one from here. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { monthStates } from '#modules/indicator/model.ts'
import { monthWord, shortMonth } from '#modules/work/pages/month.ts'
import { command, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Row } from '#web/ui/frame/page.tsx'
import { exact } from '../words.ts'

type Month = Out<'indicator/months'>[number]
type MonthsOf = { of: Month[]; chosen: string | null; onChoose: (month: string) => void }

export function Months({ of, chosen, onChoose }: MonthsOf) {
  const { role } = useMe()
  const years = [...new Set(of.map(({ month }) => month.slice(0, 4)))]
  // The earliest that waits: months are published one after the other.
  const next = of.findLast(({ state }) => state === 'due')
  const open = of.find(({ state }) => state === 'open')
  return (
    <div className="stack">
      {years.map((year) => (
        <div key={year} className="told-year">
          <span className="told-year-name number">{year}年</span>
          <div className="told-months">
            {of
              .filter(({ month }) => month.startsWith(year))
              .reverse()
              .map((month) => (
                <MonthChip key={month.month} of={month} chosen={month.month === chosen} onChoose={onChoose} />
              ))}
          </div>
        </div>
      ))}
      <Row>
        {next && role === 'office' && <Publish month={next.month} onDone={onChoose} />}
        {next && role !== 'office' && <span className="quiet">{monthWord(next.month)}待领导小组办公室公布</span>}
        {!next && open && <span className="quiet">{monthWord(open.month)}报表尚未截止，截止后即可公布</span>}
      </Row>
    </div>
  )
}

type ChipOf = { of: Month; chosen: boolean; onChoose: (month: string) => void }

function MonthChip({ of: { month, state, figures, restated, publishedOn }, chosen, onChoose }: ChipOf) {
  const words = restated ? `更正 ${restated} 项` : state === 'published' ? `${figures} 项` : monthStates[state]
  const inner = (
    <>
      <b>{shortMonth(month)}</b>
      <span className="told-words">{words}</span>
    </>
  )
  if (state !== 'published') return <span className={`told-month told-${state}`}>{inner}</span>
  return (
    <button
      type="button"
      className={`plain told-month${restated ? ' told-restated' : ''}${chosen ? ' chosen' : ''}`}
      aria-pressed={chosen}
      title={`${monthWord(month)}，${publishedOn} 公布`}
      onClick={() => onChoose(month)}
    >
      {inner}
    </button>
  )
}

function Publish({ month, onDone }: { month: string; onDone: (month: string) => void }) {
  const say = useSay()
  const publish = useMutation({
    ...command('indicator/publish'),
    onSuccess: ({ published }) => {
      say.done(`已公布${monthWord(month)}数据 ${published} 项`)
      onDone(month)
    },
    onError: say.failed,
  })
  const reports = useQuery(query('filing/board', { month })).data?.total
  const asked = reports ? Object.values(reports).reduce((sum, number) => sum + number, 0) : 0
  const left = reports ? asked - reports.accepted : 0
  return (
    <>
      <ConfirmButton
        main
        busy={publish.isPending}
        ask={`确定公布${monthWord(month)}数据吗？`}
        about={`按今日台账计算并公布各项指标。${left ? `尚有 ${exact(left)} 家企业的报表未审核通过，不计入公布数据。` : ''}公布后不能撤回，有误时可以更正。`}
        yes="公布"
        onConfirm={() => publish.mutate({ month })}
      >
        公布{monthWord(month)}数据
      </ConfirmButton>
      {reports && (
        <Link to={`/office/filings?month=${month}`}>
          应报 {exact(asked)} 家，已审核 {exact(reports.accepted)} 家
        </Link>
      )}
      {left > 0 && <Mark tone="warn">报表未齐</Mark>}
    </>
  )
}
