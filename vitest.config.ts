/** Two sets of tests over one PostgreSQL: `unit` in parallel, then `browser` one file after the other. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: './test/setup.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{engines,modules,platform,seed,bin,web,test,scripts}/**/*.test.{ts,tsx}'],
          // Four workers keep within the connections of one PostgreSQL.
          maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.spec.ts'],
          maxWorkers: 1,
          // Pages are looked at some at a time.
          maxConcurrency: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
