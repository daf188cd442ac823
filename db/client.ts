import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '@/env'
import { prepareAlways } from './prepare-always'

export type Database = PostgresJsDatabase
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Reads take either: a query inside an operation sees that operation's own writes. */
export type Reader = Database | Tx
/** The driver's own transaction: prepared statements, sent together in one journey. For the hot path. */
export type Sql = postgres.ISql

/**
 * Connection settings shared by every pool. The application role cannot change append-only tables (R9.1).
 * `statement_timeout` and friends keep a stuck query from holding a lock on a lot.
 */
function connect(max: number) {
  const sql = postgres(env.DATABASE_APP_URL ?? env.DATABASE_URL, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    max_lifetime: 1800,
    // After an outage of the database the first bids come back within two seconds, not twenty.
    backoff: (retries: number) => Math.min(0.1 * 2 ** retries, 2),
    connection: {
      application_name: 'portal',
      // Compiling a plan takes longer than any of our questions takes to answer without it.
      jit: 'off',
      statement_timeout: 5000,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 10000,
      // Without a login of its own, the process takes the application role at once on connecting.
      ...(env.DATABASE_APP_URL ? {} : { role: 'portal_app' }),
    },
    onnotice: ({ code, message }) => {
      if (code === '01000' && message?.includes('synchronous replication'))
        home.portalUnreplicated = unreplicatedCommits() + 1
    },
  })
  return prepareAlways(sql)
}

type Callers = 'everyone' | 'bids' | 'sequencer'
type Connections = { sql: ReturnType<typeof connect>; db: Database }

// Kept per process, also across hot reloads in development.
const home = globalThis as unknown as {
  portalConnections?: Map<Callers, Connections>
  portalUnreplicated?: number
}

function connections(of: Callers): Connections {
  home.portalConnections ??= new Map()
  const known = home.portalConnections.get(of)
  if (known) return known
  const most = { everyone: env.DATABASE_POOL, bids: env.DATABASE_BID_POOL, sequencer: 1 }
  const sql = connect(most[of])
  const made = { sql, db: drizzle(sql, { casing: 'snake_case' }) }
  home.portalConnections.set(of, made)
  return made
}

/**
 * How many commits of this process were kept by the primary alone because the wait for a standby was cancelled. The
 * driver reports such a commit as a success, so whoever must not lose one compares this number around its commit.
 */
export function unreplicatedCommits(): number {
  return home.portalUnreplicated ?? 0
}

/** The driver under Drizzle: in a transaction the same connection, the same transaction. */
export function sqlOf(db: Reader): Sql {
  return (db as unknown as { session: { client: Sql } }).session.client
}

/** The pool of this process, for statements Drizzle has no words for and for the hot path. */
export function pool(): ReturnType<typeof connect> {
  return connections('everyone').sql
}

/** Drizzle over that pool. */
export function database(): Database {
  return connections('everyone').db
}

/** The connections that only bids take: however many pages and reads wait for theirs, a bid does not wait with them. */
export function bidPool(): ReturnType<typeof connect> {
  return connections('bids').sql
}

/** Drizzle over the pool of bids. */
export function bidDatabase(): Database {
  return connections('bids').db
}

/** The one connection of the transcript's sequencer: nothing it waits for keeps it from signing (R9.2). */
export function sequencerConnection(): ReturnType<typeof connect> {
  return connections('sequencer').sql
}

/** Closes the pools; for scripts, the worker and tests. */
export async function closeDatabase(): Promise<void> {
  const open = [...(home.portalConnections?.values() ?? [])]
  home.portalConnections = undefined
  await Promise.all(open.map(({ sql }) => sql.end({ timeout: 5 })))
}
