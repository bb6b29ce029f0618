/** The browser of the tests: a Chromium the machine has, else the one from npm, which needs nothing installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Screenshots come out alike on every machine.
  '--font-render-hinting=none',
]

/** The caller closes it. The fonts are always those of the npm package, so that screenshots agree between machines. */
export async function launchBrowser(): Promise<Browser> {
  const system = findSystemChromium()
  const { executablePath, libraries } = system ? { executablePath: system, libraries: '' } : unpackChromium()
  const LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  return chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, ...(LD_LIBRARY_PATH && { LD_LIBRARY_PATH }), FONTCONFIG_FILE: writeFontSettings() },
  })
}

function findSystemChromium(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const paths = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  // Ubuntu's `chromium-browser` may be a stub that only tells to install a snap: one that cannot name its version is none.
  return paths.find((path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0) ?? null
}

const resolve = createRequire(import.meta.url).resolve
const cache = join(tmpdir(), `mantianxing-browser-${userInfo().username}`)

/** Unpacks the package's own archives once per machine: the program and the few libraries a bare system lacks. */
function unpackChromium(): { executablePath: string; libraries: string } {
  const archives = join(dirname(resolve('@sparticuz/chromium')), '../../bin')
  const { version } = JSON.parse(readFileSync(join(archives, '../package.json'), 'utf8')) as { version: string }
  const home = join(cache, `chromium-${version}`)
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`
    mkdirSync(draft, { recursive: true })
    writeFileSync(join(draft, 'chromium'), unpack(join(archives, 'chromium.br')), { mode: 0o755 })
    execFileSync('tar', ['-x', '-C', draft], { input: unpack(join(archives, 'al2023.tar.br')) })
    place(draft, home)
  }
  return { executablePath: join(home, 'chromium'), libraries: join(home, 'lib') }
}

const unpack = (archive: string) => brotliDecompressSync(readFileSync(archive))

/** Whole or not at all, also when two test runs do it at once. */
function place(draft: string, home: string): void {
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(home)) throw error
  }
}

/** A bare machine has no Chinese font; every family name falls back to the one folder given here. */
function writeFontSettings(): string {
  const fonts = join(dirname(resolve('@embedpdf/fonts-sc')), '../fonts')
  const file = join(cache, 'fonts.conf')
  mkdirSync(cache, { recursive: true })
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(cache, 'fonts')}</cachedir></fontconfig>
`
  writeFileSync(`${file}.${process.pid}`, settings)
  renameSync(`${file}.${process.pid}`, file)
  return file
}
