import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { policy } from '@/lib/access/policy'
import {
  findBareActions,
  findBoundlessTexts,
  findForeignAudit,
  findNestedOperations,
  findPolicyGaps,
  findUntestedOperations,
} from './doors'
import { findOutsideHomes } from './homes'
import { readSources, root, understand } from './read-sources'
import { findNamelessFolders, findOverBudget, findTooLong, findUnmappedRules } from './shape'
import { findForeignWrites } from './tables'

/** The repository keeps to ARCHITECTURE.md; and each check below is shown to be able to fail. */
const sources = readSources()
const one = (file: string, text: string) => [understand(file, text)]

test('reads the repository', () => {
  expect(sources.length).toBeGreaterThan(100)
})

describe('clock, chance, environment and raw SQL stay at home', () => {
  test('here', () => expect(findOutsideHomes(sources)).toEqual([]))

  test.each([
    'const at = Date.now()',
    'const at = new Date()',
    'const luck = Math.random()',
    'const url = process.env.DATABASE_URL',
    'const { DATABASE_URL } = process.env',
    'db.execute(sql.raw(text))',
    'tx.unsafe(text)',
  ])('sees %s', (text) => expect(findOutsideHomes(one('domain/bids/place-bid.ts', text))).toHaveLength(1))

  test('lets prose and instants be', () => {
    const text = '// Date.now() and new Date() decide nothing\nconst at = new Date(0)'
    expect(findOutsideHomes(one('domain/bids/place-bid.ts', text))).toEqual([])
  })
})

describe('only the door appends audit entries', () => {
  test('here', () => expect(findForeignAudit(sources)).toEqual([]))

  test('sees another', () => {
    const text = "import { appendAudit } from '@/lib/audit'"
    expect(findForeignAudit(one('domain/bids/place-bid.ts', text))).toHaveLength(1)
    expect(findForeignAudit(one('lib/jobs.ts', "import { appendAudit } from './audit'"))).toHaveLength(1)
  })

  test('lets types be', () => {
    expect(findForeignAudit(one('domain/x/y.ts', "import type { AuditBody } from '@/lib/audit'"))).toEqual([])
  })
})

describe('server actions are results of formAction', () => {
  test('here', () => expect(findBareActions(sources)).toEqual([]))

  test.each([
    "'use server'\nexport async function save() {}",
    "'use server'\nexport const save = async () => {}",
    "'use server'\nexport default save",
    "'use server'\nexport { save } from './save'",
  ])('sees %j', (text) => expect(findBareActions(one('app/x/actions.ts', text))).toHaveLength(1))

  test('lets formAction be', () => {
    const text = "'use server'\nexport const save = formAction(saveDraft, {})\nexport type Saved = string"
    expect(findBareActions(one('app/x/actions.ts', text))).toEqual([])
  })
})

describe('operations', () => {
  test('every one has a test beside it', () => expect(findUntestedOperations(sources)).toEqual([]))
  test('the policy table and the operations are the same list', () => {
    expect(findPolicyGaps(sources, Object.keys(policy))).toEqual([])
  })
  test('every text that one takes has a most length', () => {
    expect(findBoundlessTexts(sources)).toEqual([])
  })
  test('sees a text of any length', () => {
    const taking = (schema: string) => `import { operation } from '@/lib/operation'\nconst I = ${schema}`
    const bad = one('domain/x/y.ts', taking('z.object({ a: z.string().trim().min(1) })'))
    expect(findBoundlessTexts(bad)).toHaveLength(1)
    expect(findBoundlessTexts(one('domain/x/y.ts', taking('z.string().trim().max(9)')))).toEqual([])
  })
  test('none calls another', () => expect(findNestedOperations(sources)).toEqual([]))

  const place = understand('domain/bids/place-bid.ts', "export const placeBid = operation('bid.place', {})")

  test('sees a missing test', () => {
    expect(findUntestedOperations([place])).toEqual(['domain/bids/place-bid.db.test.ts is missing.'])
    expect(findUntestedOperations([place, understand('domain/bids/place-bid.db.test.ts', '')])).toEqual([])
  })

  test('sees a name without operation, a double, a stranger and a stray', () => {
    const page = understand('app/page.tsx', "operation('bid.place', {})")
    expect(findPolicyGaps([place], ['bid.place', 'bid.strike'])).toHaveLength(1)
    expect(findPolicyGaps([place, { ...place, path: 'domain/x/y.ts' }], ['bid.place'])).toHaveLength(1)
    expect(findPolicyGaps([place], [])).toHaveLength(1)
    expect(findPolicyGaps([page], ['bid.place'])).toHaveLength(1)
  })

  test('sees an operation that imports another', () => {
    const text =
      "import { placeBid } from '@/domain/bids/place-bid'\nexport const x = operation('lot.close', {})"
    expect(findNestedOperations([place, understand('domain/lots/close-lot.ts', text)])).toHaveLength(1)
  })
})

describe('a table is written by its noun', () => {
  test('here', () => expect(findForeignWrites(sources)).toEqual([]))

  const write = (file: string) =>
    understand(file, "import { bids } from '@/db/schema/auctions'\nawait tx.insert(bids).values({})")

  test('sees two nouns at one table, and a page at any', () => {
    expect(findForeignWrites([write('domain/bids/place-bid.ts')])).toEqual([])
    expect(
      findForeignWrites([write('domain/bids/place-bid.ts'), write('domain/lots/close.ts')]),
    ).toHaveLength(1)
    expect(findForeignWrites([write('app/page.tsx')])).toHaveLength(1)
  })

  test('lets a named exception be', () => {
    const both = [write('domain/bids/place-bid.ts'), write('domain/lots/close.ts')]
    expect(findForeignWrites(both, { bids: { nouns: ['bids', 'lots'], why: 'a test' } })).toEqual([])
  })
})

describe('shape', () => {
  test('no file is beyond keeping in mind', () => {
    for (const sentence of findOverBudget(sources)) console.info(sentence)
    expect(findTooLong(sources)).toEqual([])
  })

  test('no folder is nameless', () => expect(findNamelessFolders(sources)).toEqual([]))

  test.skipIf(!existsSync(path.join(root, 'docs')))(
    'docs/rules.md maps every paragraph of the rulebook',
    () => {
      expect(findUnmappedRules(readFileSync(path.join(root, 'docs', 'rules.md'), 'utf8'))).toEqual([])
    },
  )

  test('sees long files, nameless folders and missing paragraphs', () => {
    expect(findTooLong(one('domain/x/y.ts', '\n'.repeat(400)))).toHaveLength(1)
    expect(findOverBudget(one('app/x/page.tsx', '\n'.repeat(120)))).toHaveLength(1)
    expect(findNamelessFolders(one('lib/utils/x.ts', ''))).toHaveLength(1)
    expect(findUnmappedRules('R1.1 R17.2')).toHaveLength(67)
  })
})
