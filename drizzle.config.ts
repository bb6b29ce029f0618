import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./platform/journal.ts', './platform/files.ts', './modules/*/tables.ts'],
  out: './migrations',
  casing: 'snake_case',
})
