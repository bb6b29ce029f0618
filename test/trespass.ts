/** Somebody who calls what the roster of actions offers with ids that are not his: inputs are made from what each action takes. */
import { z } from 'zod'
import type { Action } from '#platform/action.ts'
import { isFile } from '#platform/fields.ts'

type Schema = {
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  type?: string
  format?: string
  pattern?: string
  minimum?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const schemaOf = ({ input }: Pick<Action, 'input'>) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema

/** Words that some field with a pattern of its own accepts. */
const words = ['2025-10', '2025-10-31', '65']

/**
 * Inputs the action accepts, every id in them the given one and every free word the given word: what it requires alone, and
 * with each of the other things it takes, one at a time, because filters narrow one another.
 */
export function inputsWith(action: Pick<Action, 'input'>, id: string, word: string): Record<string, unknown>[] {
  const { properties = {}, required = [] } = schemaOf(action)
  const filled = Object.entries(properties).map(([name, one]) => [name, valueFor(one, id, word)] as const)
  const least = filled.filter(([name]) => required.includes(name))
  const others = filled.filter(([name]) => !required.includes(name))
  return [least, ...others.map((one) => [...least, one])].map((of) => Object.fromEntries(of))
}

function valueFor(schema: Schema, id: string, word: string): unknown {
  const { anyOf, type, format, pattern, minimum = 1, items, properties = {} } = schema
  if (anyOf) return valueFor(anyOf[0]!, id, word)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (format === 'uuid') return id
  if (pattern) return words.find((one) => new RegExp(pattern).test(one))
  if (type === 'string') return word
  if (type === 'integer' || type === 'number') return Math.max(1, minimum)
  if (type === 'boolean') return true
  if (type === 'array') return items ? [valueFor(items, id, word)] : []
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueFor(one, id, word)]))
}

/** Whether anything the action takes is an id. */
export const takesId = (action: Pick<Action, 'input'>): boolean => JSON.stringify(schemaOf(action)).includes('"format":"uuid"')

/** Whether a file goes with the input. */
export const takesFile = ({ input }: Pick<Action, 'input'>): boolean =>
  isFile((input as unknown as z.ZodObject).shape?.file as z.ZodType | undefined, 'upload')

/** The `id` of whatever an answer tells of, of every list that of its first. */
export function idsIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return idsIn(answer[0])
  if (answer === null || typeof answer !== 'object') return []
  return Object.entries(answer).flatMap(([name, value]) => (name === 'id' && typeof value === 'string' ? [value] : idsIn(value)))
}
