/** One policy: its reading, every clause in plain words, how to claim, its review, questions and answers (plan tasks 1 and 3). */
import type { ReactNode } from 'react'
import { levels, reviewItems, reviewOpinions } from '#modules/policy/model.ts'
import type { ShownPolicy } from '#modules/policy/whole.ts'
import type { Typed } from '../frame/form.tsx'
import { QuestionForm } from './ask-form.tsx'
import { Clause } from './clause.tsx'
import type { OpenBatch } from './open.ts'
import { Left, Clauses as OpenClauses } from './open-list.tsx'
import { StateMark, spanInWords } from './policies.tsx'

type Props = { of: ShownPolicy; open: OpenBatch[]; typed: Typed; problem: string | null }

export function PolicyPage({ of, open, typed, problem }: Props) {
  return (
    <article className="wide narrow policy">
      <header>
        <p className="quiet">
          <a href="/policies">政策文件</a>　{of.demonstration ? '其他地区示范条款' : levels[of.level]}
        </p>
        <h1>{of.title}</h1>
        <p className="quiet">
          <StateMark of={of} />
          {[of.issuer, of.number, of.issuedOn && `${of.issuedOn} 印发`, spanInWords(of)].filter(Boolean).join(' · ')}
        </p>
        <Standing of={of} />
        <p className="quiet">
          来源：{of.source}　
          {of.paper && (
            <a href={`/api/policy/openDocument?input=${encodeURIComponent(JSON.stringify({ id: of.id }))}`}>下载原文</a>
          )}
        </p>
      </header>
      {of.demonstration && problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {open.length > 0 && <Applying of={open} />}
      {of.summary && (
        <section>
          <h2>政策解读</h2>
          <Paragraphs of={of.summary} />
        </section>
      )}
      {of.clauses.length > 0 && <Clauses of={of} />}
      <Guide of={of} />
      {of.body && (
        <section>
          <details>
            <summary>正文</summary>
            <Paragraphs of={of.body} />
          </details>
        </section>
      )}
      <Reviews of={of} />
      <Answers of={of} />
      {!of.demonstration && (
        <section id="ask">
          <h2>我要咨询</h2>
          <QuestionForm code={of.code} clauses={of.clauses} typed={typed} problem={problem} />
        </section>
      )}
    </article>
  )
}

const Applying = ({ of }: { of: OpenBatch[] }) => (
  <section>
    <h2>正在受理</h2>
    {of.map((batch) => (
      <div key={batch.id}>
        <p>
          {batch.title}
          {batch.closesOn && `，${batch.closesOn} 截止`}　<Left of={batch.left} />
        </p>
        <OpenClauses of={batch} />
      </div>
    ))}
  </section>
)

function Standing({ of }: { of: ShownPolicy }) {
  const others = (title: string, list: { code: string; title: string }[]) => (
    <p>
      {title}
      {list.map(({ code, title }) => (
        <a key={code} href={`/policies/${code}`}>
          {title}
        </a>
      ))}
    </p>
  )
  return (
    <>
      {of.demonstration && <p className="problem">这是其他地区的政策条款，供了解和比较，不适用于本区，不受理申报和咨询。</p>}
      {of.successor && others('替代文件：', [of.successor])}
      {of.replaces.length > 0 && others('替代了：', of.replaces)}
      {of.version && !of.running && <p className="quiet">以下条款当前不在有效期内。</p>}
    </>
  )
}

const Clauses = ({ of: { clauses } }: { of: ShownPolicy }) => (
  <section>
    <h2>条款（{clauses.length}）</h2>
    {clauses.length > 3 && (
      <ol className="clause-list">
        {clauses.map(({ code, article, title }) => (
          <li key={code}>
            <a href={`#${code}`}>
              {article} {title}
            </a>
          </li>
        ))}
      </ol>
    )}
    {clauses.map((clause) => (
      <Clause key={clause.code} of={clause} />
    ))}
  </section>
)

function Guide({ of: { guide, clauses, demonstration } }: { of: ShownPolicy }) {
  const materials = clauses.some((one) => one.materials.length > 0) ? '见各条款“材料”，平台已有的不必再交' : ''
  const rows: [string, ReactNode][] = [
    ['办理对象', guide?.who],
    ['办理条件', guide?.conditions],
    ['所需材料', guide?.materials || materials],
    ['办理时限', guide?.timeLimit],
    ['办理单位', guide?.office],
    ['咨询电话', guide?.phone],
    ['办理地点', guide?.address],
  ]
  const told = rows.filter(([, value]) => value)
  if (demonstration || told.length === 0) return null
  return (
    <section>
      <h2>办事指南</h2>
      <dl className="guide">
        {told.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Reviews({ of: { reviews, version } }: { of: ShownPolicy }) {
  const review = reviews.find((one) => one.version === version)
  if (!review) return null
  return (
    <section>
      <h2>公平竞争审查</h2>
      <p>
        结论：<strong>{reviewOpinions[review.opinion]}</strong>
        <span className="quiet">
          　{review.unit}，{review.reviewedOn}
        </span>
      </p>
      {review.basis && <p>依据：{review.basis}</p>}
      <ul className="benefits">
        {review.items.map(({ item, holds, note }) => (
          <li key={item}>
            <strong>{holds ? '符合' : '不符合'}</strong>
            {reviewItems[item]}
            {note && <span className="quiet">（{note}）</span>}
          </li>
        ))}
      </ul>
      {review.paper && (
        <p>
          <a href={`/api/policy/openReview?input=${encodeURIComponent(JSON.stringify({ id: review.id }))}`}>下载审查表</a>
        </p>
      )}
    </section>
  )
}

function Answers({ of: { answers, clauses, code } }: { of: ShownPolicy }) {
  if (answers.length === 0) return null
  const titleOf = (id: string | null) => clauses.find((one) => `${code}/${one.code}` === id)?.title
  return (
    <section>
      <h2>问答（{answers.length}）</h2>
      <dl className="answers">
        {answers.map(({ id, text, answer, answeredOn, clause }) => (
          <div key={id}>
            <dt>
              问：{text}
              {titleOf(clause) && <span className="quiet">（{titleOf(clause)}）</span>}
            </dt>
            <dd>
              答：{answer}
              <span className="quiet">　{answeredOn}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Paragraphs = ({ of }: { of: string }) => (
  <>
    {of
      .split(/\n+/)
      .filter((one) => one.trim())
      .map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs stand in their order, nothing else names them
        <p key={at}>{one}</p>
      ))}
  </>
)
