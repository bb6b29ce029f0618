/**
 * Statements asked for again and again are planned once a connection: with row rights, planning takes longer than reading a page.
 *
 * Plans follow the rights: who asks, and for which region, are settings that every execution reads anew.
 */
import type pg from 'pg'

/** A plan with its policies takes some hundred kilobytes of the database's memory; what does not fit is planned each time. */
const mostKept = 100
/** Texts watched until they come again. */
const mostWatched = 500

type Query = (statement: unknown, values?: unknown, ...rest: unknown[]) => unknown

/** From its third coming on, a statement with parameters has a name on this connection, by which the database knows its plan. */
export function keepPlans(client: pg.ClientBase): void {
  const ask = client.query.bind(client) as Query
  const watched = new Map<string, number>()
  const names = new Map<string, string>()

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known || names.size >= mostKept) return known
    const times = (watched.get(text) ?? 0) + 1
    if (times < 3) {
      if (watched.size >= mostWatched) watched.clear()
      watched.set(text, times)
      return undefined
    }
    watched.delete(text)
    const name = `kept_${names.size}`
    names.set(text, name)
    return name
  }
  const query: Query = (statement, values, ...rest) => {
    const named = Array.isArray(values) && values.length > 0 && isNameless(statement)
    return ask(named ? { ...statement, name: nameOf(statement.text) } : statement, values, ...rest)
  }
  // The many ways to call it are those of the driver.
  client.query = query as typeof client.query
}

const isNameless = (statement: unknown): statement is { text: string } =>
  typeof statement === 'object' && statement !== null && 'text' in statement && !('name' in statement && statement.name)
