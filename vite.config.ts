/** Builds the signed-in doors: one page, split by route, for webviews as old as Chrome 87 and Safari 14. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: 'dist',
    // The public portal looks up here what its islands are called.
    manifest: true,
    rolldownOptions: { input: ['web/index.html', 'web/island/spaces.tsx', 'web/island/policy-check.tsx'] },
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    chunkSizeWarningLimit: 1200,
  },
  // The server refuses writing requests of another origin: the browser's Host must reach it.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
})
