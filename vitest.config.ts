import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const never = ['node_modules/**', '.next/**', '.data/**', 'e2e/**']

/** Two suites: `pure` needs nothing; `operations` runs on a real Postgres, one database per test file. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...never, '**/*.db.test.ts'],
          testTimeout: 30_000,
          // What is pure leaves nothing behind; loading the modules anew for each file took half the time.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'operations',
          include: ['**/*.db.test.ts'],
          exclude: never,
          globalSetup: ['db/testing/global-setup.ts'],
          setupFiles: ['db/testing/worker-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          pool: 'forks',
          maxWorkers: 2,
          // Each file has a database of its own all the same; loading the modules anew took two thirds of the time.
          isolate: false,
        },
      },
    ],
  },
})
