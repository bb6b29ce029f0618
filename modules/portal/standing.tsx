/** What was asked without an account: taken in with a query code that is shown once, and looked up by it. */
import type { ReactNode } from 'react'
import { Problem } from '#platform/problem.ts'
import { Trouble } from './frame/form.tsx'

type Way = { to: string; word: string }
type TakenProps = { what: string; named: string; number: string; token: string; follow: Way; back: Way; children: ReactNode }
/** `children`: what happens next. */
export const TakenIn = ({ what, named, number, token, follow, back, children }: TakenProps) => (
  <article className="wide narrow">
    <h1>{what}</h1>
    <p>
      {named} <strong>{number}</strong>，查询码 <strong className="code">{token}</strong>。
    </p>
    <p>{children}</p>
    <p>
      <a className="press" href={byCode(follow.to, token)}>
        {follow.word}
      </a>
      　<a href={back.to}>{back.word}</a>
    </p>
  </article>
)

/** The address of what belongs to a code. */
export const byCode = (path: string, code: string): string => `${path}?code=${encodeURIComponent(code)}`

type CodeProps = { title: string; path: string; code: string; problem: string | null; children: ReactNode }
/** Asks for a code; what is found by it, or wrong with it, stands below. */
export const CodePage = ({ title, path, code, problem, children }: CodeProps) => (
  <article className="wide narrow course">
    <h1>{title}</h1>
    <form className="ask" method="get" action={path}>
      <label>
        <span>查询码</span>
        <input name="code" defaultValue={code} required maxLength={60} autoComplete="off" />
      </label>
      <button type="submit">查询</button>
    </form>
    <Trouble is={problem} />
    {children}
  </article>
)

export const timeLeft = (left: number): string =>
  left < 0 ? `已超过时限 ${-left} 个工作日` : left === 0 ? '今天到期' : `还有 ${left} 个工作日`

export type Answer = { title: string; personal?: true; body: ReactNode }

/** What cannot be done is told on the page it was asked from; a fault of the server stays one. */
export async function orTold<A>(work: () => Promise<A>, told: (problem: string) => A | Promise<A>): Promise<A> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return told(error.message)
  }
}

/** The page of a code: nothing asked yet, what was found by it, or what is wrong with it. */
export async function lookUp<F>(
  { title, code, find }: { title: string; code: string; find: (token: string) => Promise<F> },
  show: (found: F | null, problem: string | null) => ReactNode,
): Promise<Answer> {
  if (!code) return { title, body: show(null, null) }
  return orTold<Answer>(
    async () => ({ title, personal: true, body: show(await find(code), null) }),
    (problem) => ({ title, personal: true, body: show(null, problem) }),
  )
}
