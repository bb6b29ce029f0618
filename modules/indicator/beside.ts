/** Figures beside themselves a month and a year before, each with its course: found in one reading of the ledgers. */
import type { Definition, Figure } from '#engines/indicator/definition.ts'
import { lastDayOf, shiftMonth, yearBefore } from '#engines/indicator/months.ts'
import type { Ctx } from '#platform/context.ts'
import { baselineMonth, figuresAndCourses, type Point, type View } from './figures.ts'

export type Beside = {
  definition: Definition
  figure: Figure
  previous: number | null
  yearAgo: number | null
  /** Since the baseline, months nobody has closed yet included. */
  course: Point[]
}

export async function figuresBeside(ctx: Ctx, definitions: Definition[], view: View): Promise<Beside[]> {
  // What reports tell is looked up in the course: no month needs to be closed on these days.
  const on = (day: string): View => ({ ...view, day, closedMonth: null })
  const before = on(lastDayOf(shiftMonth(view.day.slice(0, 7), -1)))
  const { figures, courses } = await figuresAndCourses(ctx, definitions, [view, before, on(yearBefore(view.day))], baselineMonth)
  return definitions.map((definition, i) => {
    const [figure, earlier, ago] = figures[i] as [Figure, Figure, Figure] // one for each view
    const course = courses[i]!
    return {
      definition,
      figure,
      previous: figure.month === null ? earlier.value : toldFor(course, shiftMonth(figure.month, -1)),
      yearAgo: figure.month === null ? ago.value : toldFor(course, shiftMonth(figure.month, -12)),
      course,
    }
  })
}

/** What a month's reports tell is set beside the reports of an earlier month, anything else beside an earlier day. */
const toldFor = (course: Point[], month: string) =>
  course.find((point) => point.month === month && point.figure.month === month)?.figure.value ?? null
