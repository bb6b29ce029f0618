/** Markdown → plain text: marks of headings, emphasis and links go, table rows become tab-separated lines. */

export function readMarkdown(source: string): string {
  return source
    .split(/\r\n?|\n/)
    .filter((line) => !/^\s*(?:```|~~~|\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$|[-*_]{3,}\s*$)/.test(line))
    .map(plainLine)
    .join('\n')
}

function plainLine(line: string): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)
  const words =
    row === null
      ? line
      : row[1]!
          .split('|')
          .map((cell) => cell.trim())
          .join('\t')
  return words
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^\s{0,3}>\s?/, '')
    .replace(/^(\s*)[*+-]\s+(?=\S)/, '$1')
    .replace(/!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1/g, '$2')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\\([.\-*_()[\]#])/g, '$1')
}
