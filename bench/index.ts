/** `npm run bench [name…]`: every figure is a ratio against a peer or a bound measured in the same run. */
import { readdirSync } from 'node:fs'

const wanted = process.argv.slice(2)
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !['index.ts', 'measure.ts', 'large.ts', 'large-space.ts'].includes(file))
  .map((file) => file.replace('.ts', ''))
for (const name of names.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  console.log(`\n== ${name} ==`)
  const { bench } = (await import(`./${name}.ts`)) as { bench(): Promise<void> }
  await bench()
}
