/** Two decisions are the same where they say the same to the letter, in whatever order the database gives their keys back. */

export function toTheLetter(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toTheLetter).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${toTheLetter(one)}`)
    .join()}}`
}
