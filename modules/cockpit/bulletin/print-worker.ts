/** Worker: draws the charts of a bulletin and sets it as an official document. */
import { parentPort, workerData } from 'node:worker_threads'
import { barChart, lineChart, pngOf } from '#platform/chart.ts'
import { type Block, officialDocument, picture } from '#platform/word.ts'
import type { Bulletin, Chart } from './text.ts'

const { body, ...document } = (workerData as { input: Bulletin }).input

async function drawn(chart: Chart): Promise<Block> {
  const { caption, alternative } = chart
  const { svg, width, height } = chart.kind === 'lines' ? lineChart(chart) : barChart(chart)
  return picture({ png: await pngOf({ svg, width, height }), width, height, caption, alternative })
}

const isChart = (block: Block | Chart): block is Chart => block.kind === 'lines' || block.kind === 'bars'

try {
  const blocks: Block[] = []
  for (const block of body) blocks.push(isChart(block) ? await drawn(block) : block)
  parentPort!.postMessage({ answer: await officialDocument({ ...document, body: blocks }) })
} catch (error) {
  parentPort!.postMessage({ bug: String((error as Error).stack) })
}
