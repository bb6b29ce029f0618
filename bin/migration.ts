/** `npm run migration -- name`: drizzle writes the SQL of what changed; new tables are put under the journal as they declare. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { attachment, definitions } from '#platform/table.ts'

for (const module of readdirSync('modules')) {
  if (existsSync(`modules/${module}/tables.ts`)) await import(`../modules/${module}/tables.ts`)
}

const name = process.argv[2]
if (!name) {
  console.error('用法：npm run migration -- <名称>')
  process.exit(1)
}
const sqlFiles = () => readdirSync('migrations').filter((file) => file.endsWith('.sql'))
const before = new Set(sqlFiles())
execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', name], { stdio: 'inherit' })
for (const file of sqlFiles().filter((made) => !before.has(made))) {
  const path = `migrations/${file}`
  const created = [...readFileSync(path, 'utf8').matchAll(/^CREATE TABLE "(\w+)"/gm)].map(([, table]) => table)
  const lines = definitions.filter((one) => created.includes(one.name)).flatMap((one) => attachment(one) ?? [])
  if (lines.length) appendFileSync(path, `--> statement-breakpoint\n${lines.join('\n')}\n`)
  console.log(`已生成 ${path}，请通读后提交`)
}
