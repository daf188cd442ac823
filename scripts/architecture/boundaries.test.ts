import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './read-sources'

/** Each arrow of .dependency-cruiser.cjs is broken once in a made-up repository, to show that it is held. */
const broken: Record<string, Record<string, string>> = {
  'no-circles': { 'lib/one.ts': '@/lib/two', 'lib/two.ts': '@/lib/one' },
  'nothing-unresolved': { 'lib/lost.ts': './absent' },
  'packages-are-declared': { 'lib/undeclared.ts': 'zod' },
  'production-needs-no-tools': { 'lib/tool.ts': 'vitest' },
  'tests-are-leaves': { 'lib/taster.ts': '@/lib/clock.test' },
  'engine-is-alone': { 'engine/auction.ts': 'node:fs' },
  'sealing-is-alone': { 'sealing/seal.ts': '@/lib/clock' },
  'transcript-is-checkable': { 'transcript/tree.ts': '@/lib/clock' },
  'mathematics-is-alone': { 'domain/reviews/mathematics/assign.ts': '@/lib/clock' },
  'domain-knows-no-screen': { 'domain/bids/place-bid.ts': 'react' },
  'components-are-looks': { 'components/bids/history.tsx': '@/domain/bids/queries' },
  'pages-ask-the-domain': { 'app/page.tsx': 'drizzle-orm' },
  'lib-is-below-the-domain': { 'lib/high.ts': '@/domain/bids/queries' },
  'schema-is-the-floor': { 'db/schema/bids.ts': '@/lib/clock' },
  'jobs-call-operations': { 'jobs/close-lot.ts': '@/components/bids/price' },
  'outside-comes-in-by-the-domain': { 'e2e/bids.spec.ts': '@/app/layout' },
}
const sound = {
  'lib/clock.ts': '',
  'lib/clock.test.ts': 'vitest',
  'domain/bids/queries.ts': '@/lib/clock',
  'domain/bids/rules.ts': '@/engine/bid',
  'engine/bid.ts': './money',
  'engine/money.ts': '',
  'components/bids/price.tsx': '@/domain/bids/rules',
  'app/layout.tsx': '@/components/bids/price',
}

const made = mkdtempSync(path.join(tmpdir(), 'portal-arrows-'))

beforeAll(() => {
  for (const [file, wanted] of Object.entries(Object.assign({}, sound, ...Object.values(broken)))) {
    mkdirSync(path.dirname(path.join(made, file)), { recursive: true })
    writeFileSync(path.join(made, file), `${wanted ? `import '${wanted}'\n` : ''}export const x = 1\n`)
  }
  const manifest = {
    type: 'module',
    dependencies: { react: '*', 'drizzle-orm': '*' },
    devDependencies: { vitest: '*' },
  }
  writeFileSync(path.join(made, 'package.json'), JSON.stringify(manifest))
  for (const file of ['tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(path.join(root, file), path.join(made, file))
  symlinkSync(path.join(root, 'node_modules'), path.join(made, 'node_modules'))
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

test('every arrow is held', { timeout: 30_000 }, () => {
  const folders = 'app components db domain e2e engine jobs lib sealing transcript'.split(' ')
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]
  const done = spawnSync(path.join(root, 'node_modules', '.bin', 'depcruise'), words, {
    cwd: made,
    encoding: 'utf8',
  })
  const violations: { rule: { name: string }; from: string }[] = JSON.parse(done.stdout).summary.violations
  const seen = violations.map(({ rule, from }) => `${rule.name} in ${from}`)
  for (const [rule, files] of Object.entries(broken))
    expect(seen).toContain(`${rule} in ${Object.keys(files)[0]}`)
  expect(violations.filter(({ from }) => from in sound)).toEqual([])
})

test('no arrow is left out here', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
  expect(forbidden.map(({ name }: { name: string }) => name)).toEqual(Object.keys(broken))
})
