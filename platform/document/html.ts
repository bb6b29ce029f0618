/** A saved web page → plain text: blocks become lines, table rows tab-separated lines, scripts and styles go. */
import { Parser } from 'htmlparser2'

const blocks = new Set(
  'p div section article header footer main h1 h2 h3 h4 h5 h6 ul ol dl dt dd table tbody thead tr caption blockquote pre center form fieldset figure hr title'.split(
    ' ',
  ),
)
const silent = new Set('script style noscript template svg iframe select button textarea'.split(' '))

export function readHtml(source: string): string {
  const out: string[] = []
  const items: { ordered: boolean; count: number }[] = []
  let hidden = 0
  let cells: string[] | null = null
  /** Within <pre> line breaks are the text's own. */
  let preformatted = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'pre') preformatted++
      if (silent.has(name)) hidden++
      else if (name === 'br') write('\n')
      else if (name === 'tr') cells = null
      else if (name === 'td' || name === 'th') {
        if (cells !== null) write('\t')
        cells = []
      } else if (name === 'ol' || name === 'ul') {
        items.push({ ordered: name === 'ol', count: Number(attributes.start ?? 1) - 1 })
        write('\n')
      } else if (name === 'li') {
        const list = items.at(-1)
        write('\n')
        if (list?.ordered) write(`${++list.count}. `)
      } else if (blocks.has(name) && cells === null) write('\n')
    },
    onclosetag(name) {
      if (silent.has(name)) hidden = Math.max(0, hidden - 1)
      if (name === 'pre') preformatted = Math.max(0, preformatted - 1)
      if (name === 'ol' || name === 'ul') items.pop()
      if (name === 'tr' || name === 'table') cells = null
      if (blocks.has(name) || name === 'li') write(cells === null ? '\n' : ' ')
    },
    ontext(words) {
      if (hidden > 0) return
      if (preformatted > 0 && cells === null) write(words)
      else write(cells === null ? words.replace(/[\r\n]+/g, ' ') : words.replace(/[\r\n\t]+/g, ' '))
    },
  })
  parser.write(source)
  parser.end()
  return out.join('').replace(/[ \u00a0]{0,100}\n[ \u00a0]{0,1}/g, '\n')

  function write(words: string): void {
    out.push(words)
  }
}
