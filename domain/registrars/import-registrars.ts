import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { registrarImports, registrars } from '@/db/schema/applications'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { type IanaRegistrar, parseIanaCsv } from './parse-iana-csv'

/** IANA's list has some 4,200 rows and 260 kB. */
export const MOST_BYTES = 2 * 1024 * 1024

/**
 * Takes over IANA's list of registrar ids: new ones are added, changed names and statuses replaced (R4.2). Rows that
 * cannot be read are kept with their line beside the import; a list that drops ids takes nothing away, and says how
 * many it does not name. Refuses with `registrar.list-unreadable`.
 */
export const importRegistrars = operation('registrar.import', {
  input: z.strictObject({
    source: z
      .string()
      .trim()
      .min(1, 'Name the file.')
      .max(200, 'Keep the name of the file to 200 characters.'),
    csv: z
      .string({ error: 'Choose the file.' })
      .min(1, 'The file is empty.')
      .max(MOST_BYTES, 'The file is larger than 2 MB.'),
  }),
  async subject(tx) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('registrars', 0))`)
    return new Map((await tx.select().from(registrars)).map((row) => [row.ianaId, row]))
  },
  async run({ tx, at, input: { source, csv }, subject: known }) {
    const { rows, errors } = parseIanaCsv(csv)
    if (rows.length === 0)
      throw refuse(
        'registrar.list-unreadable',
        {},
        { csv: errors[0]?.message ?? 'The file names no registrar.' },
      )
    const added = rows.filter((row) => !known.has(row.ianaId))
    const changed = rows.filter((row) => differs(row, known.get(row.ianaId)))
    await save(tx, [...added, ...changed], at)
    const listed = new Set(rows.map((row) => row.ianaId))
    const counts = {
      rows: rows.length,
      added: added.length,
      changed: changed.length,
      missing: [...known.keys()].filter((id) => !listed.has(id)).length,
    }
    const { missing: _missing, ...kept } = counts
    const importId = newId('imp', at)
    const sha256 = sha256Hex(csv)
    await tx.insert(registrarImports).values({ id: importId, source, sha256, ...kept, errors, at })
    return {
      result: { importId, ...counts, errors },
      audit: { object: importId, facts: { source, sha256, ...counts, errors: errors.length } },
    }
  },
})

function differs(row: IanaRegistrar, known: IanaRegistrar | undefined): boolean {
  return (
    known !== undefined && (['name', 'status', 'rdapUrl'] as const).some((key) => row[key] !== known[key])
  )
}

/** In portions: one statement takes at most 65,535 parameters. */
async function save(tx: Tx, rows: readonly IanaRegistrar[], at: Date): Promise<void> {
  for (let first = 0; first < rows.length; first += 1000)
    await tx
      .insert(registrars)
      .values(rows.slice(first, first + 1000).map((row) => ({ ...row, importedAt: at })))
      .onConflictDoUpdate({
        target: registrars.ianaId,
        set: {
          name: sql`excluded.name`,
          status: sql`excluded.status`,
          rdapUrl: sql`excluded.rdap_url`,
          importedAt: at,
        },
      })
}
