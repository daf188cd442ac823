import type { Sql } from '@/db/client'

/** That one process may sequence: its name and the term, which grows with every holder. */
export type Lease = { holder: string; term: number }

/** So long a lease lasts without a word; a sequencer that stopped is followed after it. */
const SECONDS = 5

/**
 * Takes or renews the lease: given to whoever holds it already, and to anyone once it ran out. Undefined while another
 * holds it. By the database's clock; the term is what the database goes by, the time only says when to take over.
 */
export async function takeLease(sql: Sql, holder: string): Promise<Lease | undefined> {
  const [row] = await sql<{ term: string }[]>`
    insert into log_sequencer as s (id, holder, term, until)
    values (1, ${holder}, 1, clock_timestamp() + make_interval(secs => ${SECONDS}::int))
    on conflict (id) do update set holder = excluded.holder, until = excluded.until,
      term = s.term + (case when s.holder = excluded.holder then 0 else 1 end)
    where s.holder = excluded.holder or s.until < clock_timestamp()
    returning term`
  return row && { holder, term: Number(row.term) }
}

/** Gives the lease back, so that the next sequencer need not wait for its end. */
export async function returnLease(sql: Sql, { holder, term }: Lease): Promise<void> {
  await sql`update log_sequencer set until = clock_timestamp() where holder = ${holder} and term = ${term}`
}

/** Locks the lease for a transaction: while it lasts nobody else can take over. False when somebody has. */
export async function holdLease(sql: Sql, { holder, term }: Lease): Promise<boolean> {
  const rows = await sql`
    select from log_sequencer where holder = ${holder} and term = ${term} for update`
  return rows.length === 1
}
