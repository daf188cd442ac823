import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const never = ['node_modules/**', '.next/**', '.data/**', 'e2e/**']

/**
 * Three suites: `pure` needs nothing; `operations` runs on a real Postgres, one database per test file; `processes`
 * starts and kills whole programs.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    // Sources made ready once are kept between runs, under node_modules.
    experimental: { fsModuleCache: true },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...never, '**/*.db.test.ts', '**/*.process.test.ts'],
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
      {
        resolve: { alias },
        test: { name: 'processes', include: ['**/*.process.test.ts'], exclude: never },
      },
    ],
  },
})
