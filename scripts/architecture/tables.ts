import { isTest, resolveImport, type Source } from './read-sources'

/** Tables that more than one noun writes, and why that is right. */
const sharedTables: Record<string, { nouns: string[]; why: string }> = {
  lots: {
    nouns: ['lots', 'rounds'],
    why: 'A round in draft adds and removes its lots; from the opening they are their own.',
  },
}

/** Where rows are made that no operation makes: the doors themselves, the demo world, tests and their rows. */
const apart = /^(lib|db\/seed|db\/factories|db\/testing|scripts|e2e)\//

const WRITE = /(^|\.)(insert|update|delete)$/

/** The tables a file writes: names imported from db/schema that it inserts into, updates or deletes from. */
function tablesWritten(source: Source): string[] {
  const tables = new Set(
    source.imports
      .filter((each) => resolveImport(source, each.from)?.startsWith('db/schema/'))
      .flatMap((each) => each.names),
  )
  const written = source.calls
    .filter(({ callee, target }) => WRITE.test(callee) && target && tables.has(target))
    .map(({ target }) => target as string)
  return [...new Set(written)]
}

/** A table is written by one noun; pages, components and jobs write none. */
export function findForeignWrites(sources: Source[], shared = sharedTables): string[] {
  const nounsOf = new Map<string, Set<string>>()
  const wrong: string[] = []
  for (const source of sources.filter((each) => !isTest(each) && !apart.test(each.path))) {
    const noun = /^domain\/([^/]+)\//.exec(source.path)?.[1]
    for (const table of tablesWritten(source)) {
      if (!noun) wrong.push(`${source.path} writes ${table}: only operations of the domain write.`)
      else nounsOf.set(table, (nounsOf.get(table) ?? new Set()).add(noun))
    }
  }
  for (const [table, nouns] of nounsOf) {
    const strangers = [...nouns].filter((noun) => !shared[table]?.nouns.includes(noun))
    if (nouns.size > 1 && strangers.length > 0) {
      wrong.push(`${table} is written by ${[...nouns].sort().join(' and ')}: one noun writes a table.`)
    }
  }
  return wrong
}
