/** What came out of a run: who goes where and why, who does not, what it adds up to, which limits were kept. */
import { useState } from 'react'
import { Link } from 'react-router'
import { written } from '#modules/plan/quantity.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Sheet } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark, Reasons } from '#web/ui/figure/light.tsx'
import { Halves, Panel, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Course, Told } from './course.tsx'
import { type Answer, area, gapWords, keyOf, type Lock, lasted, type Placed, points, type Run, roomsOf } from './words.ts'

export function Sums({ of, answer }: { of: Run; answer: Answer }) {
  const { placed, unplaced, proven } = answer
  const sum = (value: (one: Placed) => number) => placed.reduce((all, one) => all + value(one), 0)
  return (
    <Panel>
      <Tiles width={150}>
        <Figure label="安置企业" value={placed.length} unit="家" note={`共 ${placed.length + unplaced.length} 家`} />
        <Figure label="安置面积" value={sum(({ area }) => Math.round(area * 100)) / 100} unit="㎡" />
        <Figure label="每月租金" value={sum(({ rent }) => rent ?? 0)} unit="元" />
        <Told label="目标值" value={points(of.objective)} note={`求解用时${lasted(of.seconds)}`} />
        <Told label="上界（最好可能）" value={points(of.bound)} note={proven && '已证明没有更好的方案'} />
        <Told label="差距" value={gapWords(of.gap)} note={of.verified && '已校验：方案逐条符合硬性条件'} />
      </Tiles>
    </Panel>
  )
}

type Locking = { locks: readonly Lock[]; onLock: ((lock: Lock | null, matter: string) => void) | null }
export function PlacedPanel({ answer, locks, onLock }: { answer: Answer } & Locking) {
  const many = answer.placed.length > 10
  const taken = new Map((answer.taken ?? []).map((one) => [one.matter, one]))
  const columns: Column<Placed>[] = [
    {
      key: 'name',
      title: '企业',
      wrap: 13,
      sort: ({ name }) => name,
      show: ({ name, number }) => <Named name={name} about={number} />,
    },
    {
      key: 'place',
      title: '去处',
      wrap: 14,
      sort: ({ buildingName, units }) => `${buildingName} ${units[0]?.name}`,
      show: (one) => (
        <>
          <span className="name">
            {one.buildingName} {roomsOf(one)}
          </span>{' '}
          {one.imagined && <Mark tone="warn">假设</Mark>}
          <div className="quiet move-in-small">{one.zoneName ?? '未划入园城'}</div>
        </>
      ),
    },
    { key: 'area', title: '面积', number: true, sort: ({ area }) => area, show: (one) => area(one.area) },
    {
      key: 'rent',
      title: '月租金',
      number: true,
      sort: ({ rent }) => rent,
      show: ({ rent }) => (rent === null ? '待核实' : written(rent, '元')),
    },
    {
      key: 'from',
      title: '可用日期',
      show: ({ from }) => <span className="number">{from === answer.today ? '现可用' : from}</span>,
    },
    { key: 'score', title: '匹配评分', number: true, sort: ({ score }) => score, show: ({ score }) => `${score} 分` },
    { key: 'why', title: '理由', show: (one) => <Why of={one} /> },
    ...(answer.taken
      ? [{ key: 'taken', title: '采纳', show: ({ matter }: Placed) => <Outcome of={taken.get(matter)} /> }]
      : [
          {
            key: 'lock',
            title: onLock ? '再次求解时' : '锁定',
            show: (one: Placed) => <LockOf of={one} locks={locks} onLock={onLock} />,
          },
        ]),
  ]
  return (
    <Panel title={`安置方案（${answer.placed.length} 家）`} flush={!many}>
      <DataTable
        name="安置方案"
        rows={answer.placed}
        columns={columns}
        rowKey={({ matter }) => matter}
        to={({ matter }) => `/office/move-ins/${matter}`}
        find={many ? (one) => `${one.name} ${one.number} ${one.buildingName} ${roomsOf(one)} ${one.zoneName}` : undefined}
        empty={<EmptyState title="没有企业得到安置" about="请查看下方各企业未安置的原因，放宽条件后再次求解。" />}
      />
    </Panel>
  )
}

const Named = ({ name, about }: { name: string; about: string }) => (
  <>
    {name}
    <div className="quiet move-in-small">{about}</div>
  </>
)

function Why({ of }: { of: Placed }) {
  const [open, turn] = useState(false)
  return (
    <>
      <Act inline name={`${of.name}的 ${of.reasons.length} 项评分`} onClick={() => turn(true)}>
        {of.reasons.length} 项评分
      </Act>
      <Sheet title={of.name} open={open} onClose={() => turn(false)}>
        <Stack>
          <p>
            {of.buildingName} {roomsOf(of)}，{area(of.area)}，匹配评分 {of.score} 分
          </p>
          <Reasons
            of={of.reasons.map(({ title, points, of: most, sentence }) => (
              <>
                {title}{' '}
                <span className="number">
                  {points}／{most}
                </span>{' '}
                分：{sentence}
              </>
            ))}
          />
        </Stack>
      </Sheet>
    </>
  )
}

/** Why it was not offered stands above the table. */
const Outcome = ({ of }: { of: NonNullable<Answer['taken']>[number] | undefined }) => (
  <Mark tone={of?.taken ? 'good' : 'warn'}>{of?.taken ? '已推荐' : '未推荐'}</Mark>
)

function LockOf({ of, locks, onLock }: { of: Placed } & Locking) {
  const units = of.units.map(({ id }) => id)
  const own = locks.find(({ matter, units: locked }) => matter === of.matter && keyOf(locked) === keyOf(units))
  const words = own && { take: '锁定此处', avoid: '不去此处' }[own.rule]
  if (!onLock) return words ? <Mark>{words}</Mark> : '—'
  const turn = (rule: Lock['rule']) => onLock(own?.rule === rule ? null : { matter: of.matter, units, rule }, of.matter)
  return (
    <span className="row assignment-locks">
      {(['take', 'avoid'] as const).map((rule) => {
        const word = { take: '锁定', avoid: '排除' }[rule]
        const on = own?.rule === rule
        return (
          <Act key={rule} inline name={`${on ? '取消' : ''}${word}${of.name}的去处`} onClick={() => turn(rule)}>
            <span className={on ? 'assignment-on' : undefined}>{on ? `已${word}` : word}</span>
          </Act>
        )
      })}
    </span>
  )
}

export const UnplacedPanel = ({ of }: { of: Answer['unplaced'] }) =>
  of.length > 0 && (
    <Panel title={`未安置（${of.length} 家）`} flush>
      <DataTable
        name="未安置的企业"
        rows={of}
        rowKey={({ matter }) => matter}
        to={({ matter }) => `/office/move-ins/${matter}`}
        columns={[
          { key: 'name', title: '企业', wrap: 13, show: ({ name, number }) => <Named name={name} about={number} /> },
          { key: 'candidates', title: '符合的房源', number: true, show: ({ candidates }) => `${candidates} 处` },
          { key: 'why', title: '原因', wrap: 34, show: ({ why }) => why },
        ]}
      />
    </Panel>
  )

export const Totals = ({ of }: { of: Answer }) => (
  <Halves>
    <Panel title="各园城与定位要求" flush>
      <ul className="move-in-list">
        {of.zones.map(({ zone, zoneName, firms, area: sum, rent }) => (
          <li key={zone}>
            <span className="name">{zoneName}</span>
            <span className="number">
              {firms} 家，{area(sum)}，月租金 {written(rent, '元')}
            </span>
          </li>
        ))}
        {of.zones.length === 0 && <li className="quiet">没有企业得到安置。</li>}
        {of.quotas.map(({ name, least, most, count }) => (
          <li key={name}>
            <span className="name">{name}</span>
            <span className="number">
              {[least !== null && `不少于 ${least}`, most !== null && `不多于 ${most}`].filter(Boolean).join('，')}，实际 {count}
            </span>
            <Mark tone="good">符合</Mark>
          </li>
        ))}
      </ul>
    </Panel>
    <Panel title="求解过程">
      <Stack tight>
        {took(of.course) ? <Course of={of.course} /> : <p>{of.proven ? '瞬间求得，并已证明没有更好的方案。' : '瞬间求得。'}</p>}
        <p className="quiet">
          目标值由各项目标按权重相加：
          {of.goals.map(({ title, weight, points: own }) => `${title} ${points(own)}（权重 ${weight}）`).join('，')}。
        </p>
      </Stack>
    </Panel>
  </Halves>
)

/** Whether there is a course to be drawn. */
const took = (course: Answer['course']) => (course.at(-1)?.seconds ?? 0) >= 0.1

export const Taken = ({ answer: { taken } }: { answer: Answer }) => {
  const left = (taken ?? []).filter(({ taken }) => !taken)
  if (left.length === 0) return null
  return (
    <Panel title={`未能推荐（${left.length} 家）`} flush>
      <ul className="move-in-list">
        {left.map(({ matter, name, sentence }) => (
          <li key={matter}>
            <Link className="name" to={`/office/move-ins/${matter}`}>
              {name}
            </Link>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
