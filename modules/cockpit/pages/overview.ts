/** What the cockpit shows, as the server answers it, and the ways it leads on, which keep looking at its day. */
import { withDay } from '#modules/indicator/pages/day-bar.tsx'
import type { Out } from '#web/client.ts'

export type Overview = NonNullable<Out<'cockpit/overview'>>
export type WallFigure = Overview['figures'][number]

/** The day where it is not today: what an address says. */
export const dayIn = ({ day, today }: Overview): string | undefined => (day === today ? undefined : day)

/** To an indicator, its formula and its rows. */
export const toIndicator = (code: string, day: string | undefined): string => withDay(`/office/indicators/${code}`, day)

export const figureOfCode = ({ figures }: Overview, code: string): WallFigure | undefined =>
  figures.find((figure) => figure.code === code)
