import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant } from './columns'
import { users } from './people'
import { rounds } from './rounds'

/** Simulations of a round before its approval, which binds to the hash that one was made for (R3.4). Append-only. */
export const dryRuns = pgTable(
  'dry_runs',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    /** SHA-256 of the configuration that was simulated. */
    configHash: text().notNull(),
    bidders: integer().notNull(),
    /** The document that `portal simulate round` makes the same report from. */
    input: jsonb().$type<unknown>().notNull(),
    /** The engine's report. */
    report: jsonb().$type<unknown>().notNull(),
    ranBy: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [index('dry_runs_round').on(t.roundId, t.configHash, t.at)],
)
