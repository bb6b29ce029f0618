/** The architecture as a test: who may know whom stands in this table. To change the architecture, change the table first. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const definition = String.raw`platform/(fields|flow|context|problem)\.ts|modules/[^/]+/(model|flow|quantity)\.ts|engines/.*`
const mayImport: [file: RegExp, may: RegExp][] = [
  // Engines know engines.
  [/^engines\//, /^engines\//],
  // The platform knows no business.
  [/^platform\//, /^platform\//],
  // Definitions know definitions: they run in browser and server alike.
  [/^modules\/[^/]+\/(model|flow|quantity)\.ts$/, RegExp(`^(${definition})$`)],
  // Pages and the web know definitions, and of actions only types.
  [/^(web\/|modules\/(?!portal\/)[^/]+\/pages\/)/, RegExp(`^(web/.*|modules/[^/]+/pages/.*|${definition})$`)],
  // Business knows engines and platform, never pages (the portal's are its own).
  [/^modules\//, /^(engines|platform|modules)\/(?!.*pages\/)|^modules\/portal\//],
  // The seed plays the people of the district: it may use everything below the web.
  [/^seed\//, /^(seed|modules|platform|engines)\//],
  [/^bin\//, /^(bin|seed|modules|platform|engines)\//],
]

/** Facts flow down: a module knows only those before it. */
const order = [
  'org',
  'account',
  'message',
  'plan',
  'work',
  'intake',
  'enterprise',
  'filing',
  'space',
  'lease',
  'movein',
  'upkeep',
  'statistics',
  'ladder',
  'policy',
  'fund',
  'claim',
  'payout',
  'matter',
  'indicator',
  'target',
  'council',
  'dispatch',
  'appraisal',
  'journal',
  'cockpit',
  'portal',
]

const files = ['engines', 'platform', 'modules', 'seed', 'bin', 'web'].flatMap((root) =>
  (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !file.startsWith('dist/'))
    .map((file) => join(root, file)),
)

const valueImport = /^(?:import|export)(?!\s+type\b)[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(valueImport)].map(([, from, bare, lazy]) => (from ?? bare ?? lazy)!)
const local = (file: string) =>
  importsOf(file)
    .filter((to) => to.startsWith('#') || to.startsWith('.'))
    .map((to) => (to.startsWith('#') ? to.slice(1) : join(dirname(file), to)))

describe('imports', () => {
  it('finds the files it is to check', () => expect(files.length).toBeGreaterThan(60))

  it.each(files)('%s stays within its bounds', (file) => {
    const [, may] = mayImport.find(([from]) => from.test(file))!
    expect(local(file).filter((to) => !may.test(to) && !to.endsWith('.css'))).toEqual([])
  })

  it('modules know only those before them', () => {
    const upstream = files
      // The roster knows them all.
      .filter((file) => /^modules\/(?!roster\/)[^/]+\/(?!pages\/)/.test(file))
      .flatMap((file) =>
        local(file)
          .filter((to) => to.startsWith('modules/') && order.indexOf(to.split('/')[1]!) > order.indexOf(file.split('/')[1]!))
          .map((to) => `${file} → ${to}`),
      )
    expect(upstream).toEqual([])
  })

  const only: [library: RegExp, who: RegExp][] = [
    [/^(antd|@ant-design\/.*)$/, /^web\/ui\//],
    [/^echarts/, /^(web\/ui\/|platform\/chart(\.ts|\/))/],
    [/^@resvg\//, /^platform\/chart\//],
    [/^exceljs$/, /^platform\/sheet(\.ts|\/)/],
    [/^docx$/, /^platform\/word(\.ts|\/)/],
    [/^(mammoth|unpdf|jszip|htmlparser2)$/, /^platform\/document(\.ts|\/)/],
    [/^better-auth/, /^platform\/auth\//],
    [/^chinese-days/, /^platform\/calendar\.ts$/],
    [/^highs$/, /^platform\/solver(\.ts|\/)/],
    [/^maplibre-gl/, /^web\/ui\//],
    [/^pg-boss$/, /^platform\/queue\.ts$/],
    [/^nodemailer$/, /^modules\/message\/sending\/mail\.ts$/],
  ]
  it.each(only)('%s is known in one place only', (library, who) => {
    expect(files.filter((file) => !who.test(file) && importsOf(file).some((to) => library.test(to)))).toEqual([])
  })
})

describe('files', () => {
  it('are short enough to be one thought', () => {
    const long = files
      .map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })

  it('open with a sentence that says what they are', () => {
    const silent = files.filter((file) => !/\/tables\.ts$/.test(file) && !/^(#!.*\n)?\/\*\*/.test(readFileSync(file, 'utf8')))
    expect(silent).toEqual([])
  })
})
