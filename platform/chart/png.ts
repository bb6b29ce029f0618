/** A drawing as PNG, with a font of its own: a bare server has no Chinese one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Drawing } from './draw.ts'

const dotsPerInch = 300
const resolve = createRequire(import.meta.url).resolve

/** Read once, when the first chart is printed. */
let press: Promise<Uint8Array> | undefined
const prepare = async (): Promise<Uint8Array> => {
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return readFileSync(join(dirname(resolve('@embedpdf/fonts-sc')), '../fonts/NotoSansHans-Regular.otf'))
}

/** At 300 dots per inch, on white. */
export async function pngOf({ svg, width }: Drawing): Promise<Buffer> {
  press ??= prepare()
  const font = await press
  const drawing = new Resvg(svg, {
    font: { fontBuffers: [font], defaultFontFamily: 'Noto Sans Hans' },
    fitTo: { mode: 'width', value: Math.round((width / 25.4) * dotsPerInch) },
    background: 'white',
  })
  const picture = drawing.render()
  const png = Buffer.from(picture.asPng())
  picture.free()
  drawing.free()
  return png
}
