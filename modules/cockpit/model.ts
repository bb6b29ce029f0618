/** The indicators with a place of their own on the wall, by code; where one is not defined its place stays empty. */
export const shown = ['enterprises', 'new-enterprises', 'revenue', 'software-revenue', 'headcount', 'revenue-growth'] as const
export type Shown = (typeof shown)[number]
