import { sqlOf, type Tx } from '@/db/client'
import type { InputFile } from './read-input'

/** Keeps what a file says, in one statement a table: thousands of rows go as columns, not one by one. */
export async function keepRows(
  tx: Tx,
  fileId: string,
  { rows, listings, holders }: InputFile,
): Promise<void> {
  const sql = sqlOf(tx)
  if (rows.length > 0)
    await sql`
      insert into qpi_rows (file_id, iana_id, line, name, figures)
      select ${fileId}, iana_id, line, name, figures::bigint[]
      from unnest(${rows.map((row) => row.ianaId)}::int[], ${rows.map((row) => row.line)}::int[],
        ${rows.map((row) => row.name)}::text[], ${rows.map((row) => `{${row.figures.join(',')}}`)}::text[])
        as given(iana_id, line, name, figures)`
  if (listings.length > 0)
    await sql`
      insert into qpi_listings (file_id, domain, line, class, first_seen_at, mitigated_at)
      select ${fileId}, domain, line, class, seen::timestamptz, mitigated::timestamptz
      from unnest(${listings.map((row) => row.domain)}::text[], ${listings.map((row) => row.line)}::int[],
        ${listings.map((row) => row.class)}::text[], ${listings.map((row) => row.firstSeenAt.toISOString())}::text[],
        ${listings.map((row) => row.mitigatedAt?.toISOString() ?? null)}::text[])
        as given(domain, line, class, seen, mitigated)`
  if (holders.length > 0)
    await sql`
      insert into qpi_holders (file_id, domain, iana_id, line)
      select ${fileId}, domain, iana_id, line
      from unnest(${holders.map((row) => row.domain)}::text[], ${holders.map((row) => row.ianaId)}::int[],
        ${holders.map((row) => row.line)}::int[]) as given(domain, iana_id, line)`
}
