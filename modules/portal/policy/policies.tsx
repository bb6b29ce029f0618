/** The library of policies on the portal: the district's own and those of the levels above; clauses of other districts apart (plan task 1). */
import { potNames } from '#engines/policy/policy.ts'
import { policyStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'
import type { Line } from '#modules/policy/search.ts'
import { Choice } from '../frame/form.tsx'
import { Pager } from '../frame/pager.tsx'
import { type Asked, addressOf, shownStates } from './asked.ts'
import { type Open, OpenNow } from './open-list.tsx'

type Found = { rows: Line[]; total: number }
type Props = { own: Found; demonstrations: Found; open: Open; asked: Asked; size: number; types: string[] }

export function Policies({ own, demonstrations, open, asked, size, types }: Props) {
  return (
    <article className="wide policies">
      <h1>政策文件</h1>
      <p className="intro">
        国家、市、区支持软件和信息服务业的政策文件：条款解读、支持标准、办事指南。看不明白的，可在政策页面提问，一般咨询 1
        个工作日内答复。<a href="/policies/standing">查询咨询答复</a>。想知道企业能享受哪些条款，可先做
        <a href="/policies/check">政策自测</a>。
      </p>
      {/* Whoever searches wants what was found first. */}
      {addressOf(asked, 1) === '/policies' && asked.page === 1 && <OpenNow {...open} />}
      <Search asked={asked} types={types} />
      <p className="quiet count" role="status">
        共 {own.total} 份政策文件
      </p>
      {own.total === 0 && <p className="no-picture quiet">没有符合条件的政策文件，可减少筛选条件后再查。</p>}
      <List of={own.rows} words={asked.words} />
      <Pager page={asked.page} total={own.total} size={size} at={(page) => addressOf(asked, page)} />
      {demonstrations.total > 0 && (
        <section className="demonstrations" aria-labelledby="demonstrations">
          <h2 id="demonstrations">其他地区示范条款（{demonstrations.total}）</h2>
          <p className="quiet">其他地区已公布的支持条款，供了解和比较，不适用于本区，不受理申报和咨询。</p>
          <List of={demonstrations.rows} words={asked.words} />
        </section>
      )}
    </article>
  )
}

function Search({ asked, types }: Pick<Props, 'asked' | 'types'>) {
  const choice = (name: 'level' | 'line' | 'type' | 'status', title: string, of: [string, string][]) => (
    <Choice {...{ name, title, of }} value={asked[name]} />
  )
  return (
    <search>
      <form className="ask" method="get" action="/policies">
        <label>
          <span>名称、条款、文号或内容</span>
          <input type="search" name="words" maxLength={60} defaultValue={asked.words} />
        </label>
        {choice('level', '级别', Object.entries(levels))}
        {choice('line', '资金', Object.entries(potNames))}
        {choice(
          'type',
          '支持类型',
          types.map((one) => [one, one]),
        )}
        {choice('status', '状态', Object.entries(shownStates))}
        <button type="submit">查询</button>
      </form>
    </search>
  )
}

const List = ({ of, words }: { of: Line[]; words: string }) => (
  <ul className="firms">
    {of.map((one) => (
      <li key={one.id}>
        <h3>
          <a href={`/policies/${one.code}`}>{one.title}</a>
          <StateMark of={one} />
        </h3>
        <p className="quiet">
          {[one.demonstration ? '其他地区示范条款' : levels[one.level], one.issuer, one.number, spanInWords(one)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {one.summary && <p className="gist">{one.summary}</p>}
        {one.clauses > 0 && (
          <p className="quiet">
            {one.clauses} 条：{one.types.slice(0, 8).join('、')}
            {one.types.length > 8 && ' 等'}
          </p>
        )}
        {words && one.found.length > 0 && <p>相关条款：{one.found.join('、')}</p>}
      </li>
    ))}
  </ul>
)

export const StateMark = ({ of: { status } }: { of: Pick<Line, 'status'> }) => (
  <span className={status === 'inForce' ? 'mark running' : 'mark'}>{policyStates[status]}</span>
)

export const spanInWords = ({ since, until }: Pick<Line, 'since' | 'until'>): string =>
  until === null ? `${since} 起施行` : `${since} 至 ${until}`
