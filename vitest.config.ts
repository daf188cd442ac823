import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = { '@': at('.').replace(/\/$/, '') }
const lockHash = createHash('sha256')
  .update(readFileSync(at('package-lock.json')))
  .digest('hex')
  .slice(0, 16)
/**
 * Drizzle comes in hundreds of files, and for each of them Node reads its package.json of 180 kB again: more than a second
 * for every worker. As one file, made when the packages change, it is there at once.
 */
const deps = {
  optimizer: {
    ssr: {
      enabled: true,
      include: ['', '/pg-core', '/postgres-js', '/postgres-js/migrator'].map((part) => `drizzle-orm${part}`),
    },
  },
}
const never = ['node_modules/**', '.next/**', '.data/**', 'e2e/**']

/** On a real Postgres, one database per test file. */
const onDatabase = {
  exclude: never,
  globalSetup: ['db/testing/global-setup.ts'],
  setupFiles: ['db/testing/worker-database.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  maxWorkers: 2,
  // Each file has a database of its own all the same; loading the modules anew took two thirds of the time.
  isolate: false,
  deps,
}

/**
 * Four suites: `pure` needs nothing; `operations` runs on a real Postgres; `world` tells the demo world there from end
 * to end; `processes` starts and kills whole programs.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    // Sources made ready once are kept between runs. What was kept under another lock file is thrown away by whoever
    // starts first, under the hands of a suite beside it: so each lock file has a place of its own.
    experimental: { fsModuleCache: true, fsModuleCachePath: at(`node_modules/.vitest-modules/${lockHash}`) },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...never, '**/*.{db,world,process}.test.ts'],
          testTimeout: 30_000,
          // What is pure leaves nothing behind; loading the modules anew for each file took half the time.
          isolate: false,
          deps,
        },
      },
      {
        resolve: { alias },
        test: { ...onDatabase, name: 'operations', include: ['**/*.db.test.ts'] },
      },
      {
        resolve: { alias },
        test: { ...onDatabase, name: 'world', include: ['**/*.world.test.ts'] },
      },
      {
        resolve: { alias },
        test: { name: 'processes', include: ['**/*.process.test.ts'], exclude: never },
      },
    ],
  },
})
