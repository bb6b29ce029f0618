/** Worker: draws the charts of a bulletin and sets it as an official document. */
import { barChart, lineChart, pngOf } from '#platform/chart.ts'
import { type Block, officialDocument, picture } from '#platform/word.ts'
import type { Worker } from '#platform/worker.ts'
import type { Bulletin, Chart } from './text.ts'

const print: Worker<Bulletin, Uint8Array> = async ({ body, ...document }) => {
  const blocks: Block[] = []
  for (const block of body) blocks.push(isChart(block) ? await drawn(block) : block)
  return officialDocument({ ...document, body: blocks })
}
export default print

async function drawn(chart: Chart): Promise<Block> {
  const { caption, alternative } = chart
  const { svg, width, height } = chart.kind === 'lines' ? lineChart(chart) : barChart(chart)
  return picture({ png: await pngOf({ svg, width, height }), width, height, caption, alternative })
}

const isChart = (block: Block | Chart): block is Chart => block.kind === 'lines' || block.kind === 'bars'
