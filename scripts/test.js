/**
 * `npm test`: types, style, then all tests; `npm test -- engines/plan` runs only the tests named.
 *
 * The last line is always `N passed, N failed`; the two checks count as one each.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.js'
import { ready, root } from './ready.js'

const named = process.argv.slice(2)
const total = { passed: 0, failed: 0 }

await ready({ tests: true })
if (named.length === 0) {
  check('类型检查', 'typescript/bin/tsc', ['--noEmit', '-p', '.'])
  check('写法检查', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])
}
if (named.length === 0 || named.some((name) => /e2e|browser/.test(name))) {
  if (build() !== 0) total.failed += 1
}
test()
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

function check(title, program, args) {
  console.log(`── ${title} ──`)
  if (run(program, args) === 0) total.passed += 1
  else total.failed += 1
}

function test() {
  console.log('── 测试 ──')
  const folder = mkdtempSync(join(tmpdir(), 'mantianxing-report-'))
  const report = join(folder, 'report.json')
  const status = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...named,
  ])
  const { passed, failed } = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true })
  total.passed += passed
  // Something outside any test went wrong, e.g. the database did not start.
  total.failed += status !== 0 && failed === 0 ? 1 : failed
}

/** A file that could not even be loaded has no tests and counts as one failure. */
function count({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}

function run(program, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 1, 2],
  })
  return status ?? 1
}
