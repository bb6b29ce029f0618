/** Action: an ordinary function that carries its contract — label, who may, what it takes, what it answers. */
import type { z } from 'zod'
import type { Actor, Ctx, Role } from './context.ts'
import { anonymous, denied, invalid } from './problem.ts'

export type Kind = 'query' | 'command'
type Contract<I extends z.ZodType, O extends z.ZodType> = {
  /** What the user calls it: 发布方案. Journal, OpenAPI and permission matrix show it. */
  label: string
  who: readonly Role[] | 'anyone'
  input: I
  output: O
  /** Runs on the database role of login, which reaches accounts, instead of the one that serves everyone. */
  database?: 'auth'
  /** Open to someone whose login is not finished: first password to change, second factor to set up. */
  unfinished?: true
}
export type Action<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Contract<I, O> & {
  kind: K
} & ((ctx: Ctx, input: z.input<I>) => Promise<z.output<O>>)

/** The sentence for the first issue, led by the field it is about where the issue itself does not say. */
const firstSentence = (error: z.ZodError) => {
  const [issue] = error.issues
  if (!issue) return '填写的内容有误'
  const chinese = /[\u4e00-\u9fff]/.test(issue.message)
  return chinese ? issue.message : `“${issue.path.join('.') || '提交的内容'}”填写有误`
}

/** Refuses who may not; said before anything he sends is read. */
export function admit({ who, label }: Pick<Action, 'who' | 'label'>, { role }: Actor): void {
  if (who === 'anyone' || who.includes(role)) return
  throw role === 'public' ? anonymous() : denied(`您没有“${label}”的权限`)
}

const define =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(
    contract: Contract<I, O>,
    run: (ctx: Ctx, input: z.output<I>) => Promise<z.input<O>>,
  ): Action<K, I, O> => {
    const action = async (ctx: Ctx, raw: z.input<I>) => {
      admit(contract, ctx.actor)
      const input = contract.input.safeParse(raw)
      if (!input.success) throw invalid(firstSentence(input.error), input.error.issues)
      return contract.output.parse(await run(ctx, input.data))
    }
    return Object.assign(action, contract, { kind })
  }

/** Reads; changes nothing. */
export const query = define('query')
/** Changes rows, under the journal. */
export const command = define('command')

/** Modules by name, as `modules/index.ts` lists them. */
export type Modules = Record<string, Record<string, unknown>>

const isAction = (thing: unknown): thing is Action => typeof thing === 'function' && 'kind' in thing && 'input' in thing

/** All actions as `[module/action, action]`, in the order of the modules and by name within each. */
export const actionsOf = (modules: Modules): [path: string, action: Action][] =>
  Object.entries(modules).flatMap(([module, exports]) =>
    Object.entries(exports)
      .flatMap(([name, thing]) => (isAction(thing) ? [[`${module}/${name}`, thing] as [string, Action]] : []))
      // Module namespaces list their names in different orders here and there.
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
