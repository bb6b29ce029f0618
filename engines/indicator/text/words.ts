/** Names and the Chinese words that stand for them in a text, both ways. */

/** The name a word stands for: titles come before names, so that a text says what people see. */
export function nameOf(word: string, titles: Record<string, string>): string | undefined {
  const titled = Object.entries(titles).find(([, title]) => title === word)
  return titled?.[0] ?? (Object.hasOwn(titles, word) ? word : undefined)
}

/** The title of a name where it leads back to that name, else the name itself. */
export function wordOf(name: string, titles: Record<string, string>): string {
  const title = Object.hasOwn(titles, name) ? titles[name]! : name
  return nameOf(title, titles) === name ? title : name
}

export const titlesOf = (entries: Iterable<readonly [name: string, { title: string }]>): Record<string, string> =>
  Object.fromEntries([...entries].map(([name, { title }]) => [name, title]))
