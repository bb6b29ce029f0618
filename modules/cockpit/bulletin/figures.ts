/** The figures of a month as the bulletin tells them: as published where they were, else as the ledgers tell them today. */
import type { Definition } from '#engines/indicator/definition.ts'
import { shiftMonth } from '#engines/indicator/months.ts'
import { type Beside, figuresBeside } from '#modules/indicator/beside.ts'
import { definitionsOn, viewOfMonth } from '#modules/indicator/figures.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { publicationsOf } from '#modules/indicator/told/publish.ts'
import type { Ctx } from '#platform/context.ts'

export type Told = Beside & {
  /** How often it was corrected after it had been published; null where it was not published. */
  restatement: number | null
}

export type MonthFigures = {
  told: Told[]
  /** The day the figures were known: the last telling of the month, or today. */
  known: string
  publishedOn: string | null
}

export async function figuresOfMonth(ctx: Ctx, month: string): Promise<MonthFigures> {
  const published = await publicationsOf(ctx, { upTo: ctx.today })
  const rows = published.filter((row) => row.month === month)
  const known =
    rows
      .map(({ publishedOn }) => publishedOn)
      .sort()
      .at(-1) ?? ctx.today
  const view = viewOfMonth(month, known)
  const definitions = (await definitionsOn(ctx, view.day)).filter(isInUse)
  const toldFor = (code: string, of: string) => published.find((row) => row.code === code && row.month === of)
  /** An earlier month as it was published, where it tells of that month itself. */
  const earlier = (code: string, of: string, computed: number | null): number | null => {
    const figure = toldFor(code, of)?.figure
    return figure && (figure.month === null || figure.month === of) ? figure.value : computed
  }
  const told = (await figuresBeside(ctx, definitions, view)).map((beside): Told => {
    const { code } = beside.definition
    const row = toldFor(code, month)
    if (!row) return { ...beside, restatement: null }
    // A quarter's or a year's figure has the earlier ones of its own course beside it.
    const own = row.figure.month === null || row.figure.month === month
    return {
      ...beside,
      figure: row.figure,
      previous: own ? earlier(code, shiftMonth(month, -1), beside.previous) : beside.previous,
      yearAgo: own ? earlier(code, shiftMonth(month, -12), beside.yearAgo) : beside.yearAgo,
      course: beside.course.map((point) => (point.month === month ? { ...point, figure: row.figure } : point)),
      restatement: row.restatement,
    }
  })
  return { told, known, publishedOn: rows.length ? known : null }
}

const isInUse = ({ of }: Definition) => ledgers.some(({ name, inUse }) => name === of.ledger && inUse)
