import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { applications, registrars } from './applications'
import { cents, id, instant } from './columns'
import { labels } from './labels'
import { organisations } from './people'
import { lots, rounds } from './rounds'

export const awardStates = [
  'offered',
  'accepted',
  'paid',
  'allocated',
  'declined',
  'defaulted',
  'revoked',
] as const
export type AwardState = (typeof awardStates)[number]

/** Why a bidder is not asked although its turn has come. */
export type PassReason = 'struck' | 'withdrawn' | 'related'
export type PassedOver = { paddle: number; reason: PassReason }

/** A label on its way to a registrant: the winner’s, or after a default the next one’s in order (R10.1, R10.3). */
export const awards = pgTable(
  'awards',
  {
    id: id(),
    lotId: text()
      .notNull()
      .references(() => lots.id),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    label: text()
      .notNull()
      .references(() => labels.label),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    /** The sponsoring registrar as it stood at the award (R4.2). */
    registrarIanaId: integer()
      .notNull()
      .references(() => registrars.ianaId),
    /** 0: the winner of the auction. 1: the next in order after its default, and so on. */
    rank: integer().notNull(),
    priceMinor: cents().notNull(),
    state: text({ enum: awardStates }).notNull().default('offered'),
    stateSince: instant().notNull(),
    offeredAt: instant().notNull(),
    /** Both half-open: an answer or a payment counts before this instant. */
    acceptBy: instant().notNull(),
    payBy: instant().notNull(),
    acceptedAt: instant(),
    paidAt: instant(),
    allocatedAt: instant(),
    endedAt: instant(),
    endReason: text(),
    /** Who stood between this one and the one before it in order, and why it was not asked (R7.8). Public. */
    passedOver: jsonb().$type<PassedOver[]>().notNull().default([]),
  },
  (t) => [
    uniqueIndex('awards_one_active_per_lot')
      .on(t.lotId)
      .where(sql`${t.state} in ('offered', 'accepted', 'paid', 'allocated')`),
    unique('awards_rank_key').on(t.lotId, t.rank),
    check('awards_price_not_negative', sql`${t.priceMinor} >= 0`),
    check('awards_ended', sql`(${t.endedAt} is null) = (${t.endReason} is null)`),
    index('awards_round').on(t.roundId),
    index('awards_organisation').on(t.organisationId),
    index('awards_registrar').on(t.registrarIanaId),
  ],
)

/** Every state an award was in, with its reason. Append-only. */
export const awardMoves = pgTable(
  'award_moves',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    from: text({ enum: awardStates }).notNull(),
    to: text({ enum: awardStates }).notNull(),
    at: instant().notNull(),
    reason: text().notNull().default(''),
  },
  (t) => [index('award_moves_award').on(t.awardId, t.at)],
)

/** Deadlines that two officers moved, with their public reason (R10.1). Append-only. */
export const awardExtensions = pgTable(
  'award_extensions',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    deadline: text({ enum: ['accept', 'pay'] }).notNull(),
    before: instant().notNull(),
    after: instant().notNull(),
    at: instant().notNull(),
    reason: text().notNull(),
  },
  (t) => [
    check('award_extensions_later', sql`${t.after} > ${t.before}`),
    index('award_extensions_award').on(t.awardId, t.at),
  ],
)
