import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./platform/journal.ts', './platform/files.ts', './platform/auth/tables.ts', './modules/*/tables.ts'],
  schemaFilter: ['public', 'auth'],
  out: './migrations',
  casing: 'snake_case',
})
