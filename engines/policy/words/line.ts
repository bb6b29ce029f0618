/** What is told of a clause, line by line: what belongs to a line stands below it, one step deeper. */
export type Line = { depth: number; title: string | null; words: string }

export const line = (words: string, title: string | null = null): Line => ({ depth: 0, title, words })
export const deeper = (lines: readonly Line[]): Line[] => lines.map((one) => ({ ...one, depth: one.depth + 1 }))
