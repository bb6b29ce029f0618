/** Builds the server into plain JavaScript: without a compiler at its side it starts sooner and takes a third less memory. */
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const output = resolve(import.meta.dirname, '.built')
const urlOf = (path: string) => JSON.stringify(pathToFileURL(path).href)

/** What lies beside the sources is found there from here too; workers, which are code themselves, are built beside the server. */
const places: Plugin = {
  name: 'places',
  enforce: 'pre',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return
    return code
      .replace(/(?<=new URL\()'(\.[^']+)\.ts', import\.meta\.url/g, (_, worker: string) => {
        const fileName = `${basename(worker)}.js`
        this.emitFile({ type: 'chunk', id: resolve(id, '..', `${worker}.ts`), fileName })
        return urlOf(resolve(output, fileName))
      })
      .replaceAll('import.meta.url', urlOf(id))
  },
}

export default defineConfig({
  plugins: [places],
  build: { ssr: 'bin/serve.ts', outDir: output, emptyOutDir: true, target: 'node20', minify: false },
})
