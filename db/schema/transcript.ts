import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns'

/** Where a leaf comes from: an entry of the audit log, or an event of a lot. */
export const leafSources = ['audit', 'event'] as const

/** The place of every entry in the one tree (R9.2), given once by the sequencer. Append-only, without gaps. */
export const logLeaves = pgTable(
  'log_leaves',
  {
    index: bigint({ mode: 'number' }).primaryKey(),
    source: text({ enum: leafSources }).notNull(),
    /** `audit_log.id`, or `lot_events.ordinal`. */
    sourceId: bigint({ mode: 'number' }).notNull(),
    hash: bytes().notNull(),
    before: bigint({ mode: 'number' }).generatedAlwaysAs(sql`nullif(index, 0) - 1`),
  },
  (t) => [
    unique('log_leaves_once').on(t.source, t.sourceId),
    foreignKey({ name: 'log_leaves_no_gap', columns: [t.before], foreignColumns: [t.index] }),
    check('log_leaves_index', sql`${t.index} >= 0`),
    check('log_leaves_hash', sql`length(${t.hash}) = 32`),
  ],
)

/**
 * Roots of full subtrees of 256, 65,536 … leaves (`level` 1, 2 …), so that neither a checkpoint nor a proof has to read
 * the whole tree. Append-only.
 */
export const logNodes = pgTable(
  'log_nodes',
  {
    level: integer().notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    hash: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.index] })],
)

/** Every checkpoint that was signed (R9.2). One per size: two histories cannot stand beside each other. Append-only. */
export const logCheckpoints = pgTable(
  'log_checkpoints',
  {
    size: bigint({ mode: 'number' }).primaryKey(),
    root: bytes().notNull(),
    /** The roots of the full subtrees that make up the tree, largest first: what the next leaves are added to. */
    peaks: bytes().notNull(),
    /** The signed note of C2SP tlog-checkpoint. */
    note: text().notNull(),
    at: instant().notNull().default(sql`clock_timestamp()`),
    /** The term of the sequencer that signed it; a trigger refuses any other than the present one. */
    term: bigint({ mode: 'number' }).notNull(),
    last: bigint({ mode: 'number' }).generatedAlwaysAs(sql`size - 1`),
  },
  (t) => [
    foreignKey({ name: 'log_checkpoints_of_leaves', columns: [t.last], foreignColumns: [logLeaves.index] }),
  ],
)

/** What witnesses signed: that they saw this checkpoint, and that it continues the one they saw before. Append-only. */
export const logCosignatures = pgTable(
  'log_cosignatures',
  {
    size: bigint({ mode: 'number' })
      .notNull()
      .references(() => logCheckpoints.size),
    /** The witness's name, as in its key. */
    witness: text().notNull(),
    /** The signature line as it stands under the note. */
    line: text().notNull(),
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.witness, t.size] })],
)

/** The lease of the one sequencer: whoever holds it, and its term, which only grows. One row. */
export const logSequencer = pgTable(
  'log_sequencer',
  {
    id: integer().primaryKey(),
    holder: text().notNull(),
    term: bigint({ mode: 'number' }).notNull(),
    until: instant().notNull(),
  },
  (t) => [check('log_sequencer_one', sql`${t.id} = 1`)],
)
