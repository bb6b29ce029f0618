/** Completeness of a month: when it is due, where all stand, by park and by town, and what filing costs the enterprises. */
import { useQuery } from '@tanstack/react-query'
import { type Standing, standings } from '#modules/filing/model.ts'
import { monthWord, shortMonth } from '#modules/work/pages/month.ts'
import { type Out, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Halves, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { CountLink, filedOf, Places, StandingBar, sizeOf } from './completeness.tsx'

type Board = Out<'filing/board'>

export function MonthBoard({ of, may }: { of: Board; may: boolean }) {
  return (
    <div className="stack">
      <Halves shares={['3fr', '2fr']}>
        <Total of={of} may={may} />
        <Burden />
      </Halves>
      <Places title="园城" param="zone" rows={of.zones} month={of.month} may={may} />
      <Places title="镇街" param="town" rows={of.towns} month={of.month} may={may} />
    </div>
  )
}

const told: { word: string; standing: Standing[] }[] = [
  { word: standings.accepted, standing: ['accepted'] },
  { word: standings.submitted, standing: ['submitted'] },
  { word: standings.returned, standing: ['returned'] },
  { word: standings.draft, standing: ['draft'] },
  { word: standings.none, standing: ['none'] },
]

function Total({ of: { month, dueOn, workdaysLeft, late, total }, may }: { of: Board; may: boolean }) {
  const today = useFrame()?.today
  const all = sizeOf(total)
  const missing = all - filedOf(total)
  return (
    <Panel
      title={`${monthWord(month)}报送情况`}
      actions={dueOn && workdaysLeft !== null && <Clock left={workdaysLeft} dueOn={dueOn} today={today} />}
    >
      {all === 0 ? (
        <EmptyState title="本月没有应报送的企业" />
      ) : (
        <div className="stack tight">
          <p>
            应报 <b className="number">{all}</b> 家，已报 <b className="number">{filedOf(total)}</b> 家（
            {Math.round((filedOf(total) / all) * 100)}%）
            {late && missing > 0 && (
              <>
                ，逾期{' '}
                <b className="number">
                  <CountLink month={month} standing={['returned', 'draft', 'none']} count={missing} may={may} />
                </b>{' '}
                家
              </>
            )}
            。{dueOn ? `报送期限 ${dated(dueOn)}。` : '该月没有监测规则。'}
          </p>
          <StandingBar of={total} label={monthWord(month)} />
          <ul className="standing-legend">
            {told.map(({ word, standing }) => (
              <li key={word}>
                <i className={`is-${standing[0]}`} aria-hidden />
                {word}
                <b className="number">
                  <CountLink month={month} standing={standing} count={total[standing[0]!]} may={may} />
                </b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

/** Fewer cells typed by hand are better: the ledger knows the rest. */
function Burden() {
  const asked = useQuery(query('filing/burden', { months: 12 }))
  return (
    <Panel title="填报负担">
      <Loaded from={asked} rows={3}>
        {(months) => {
          const last = months.at(-1)
          if (!last) return <EmptyState title="尚无报送记录" />
          const most = Math.max(...months.map(({ typed }) => typed), 1)
          return (
            <div className="stack tight">
              <p>
                {monthWord(last.month)}每份报表平均手工填写 <b className="number">{last.typed}</b> 项，一键确认{' '}
                <b className="number">{last.confirmed}</b> 份（共 {last.reports} 份）。
              </p>
              <ol className="burden" aria-label="各月平均手工填写项数">
                {months.map(({ month, typed }) => (
                  <li key={month} title={`${monthWord(month)} 平均 ${typed} 项`}>
                    <span className="number">{typed.toLocaleString('zh-CN', { maximumFractionDigits: 1 })}</span>
                    <i style={{ height: `${(typed / most) * 44}px` }} aria-hidden />
                    <span className="quiet">{shortMonth(month)}</span>
                  </li>
                ))}
              </ol>
            </div>
          )
        }}
      </Loaded>
    </Panel>
  )
}
