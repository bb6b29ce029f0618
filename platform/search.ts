/** Patterns for LIKE that find words as they are typed: % and _ are letters like any other to who looks for a name. */

export const containing = (words: string): string => `%${literal(words)}%`
export const beginning = (words: string): string => `${literal(words)}%`

const literal = (words: string): string => words.replace(/[\\%_]/g, '\\$&')
