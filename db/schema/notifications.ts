import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { registrars } from './applications'
import { bytes, id, instant } from './columns'
import { organisations, users } from './people'
import { deliveries, mailOutbox } from './system'

/** A letter in the inbox of the person it is to: the text is the letter's own. */
export const notifications = pgTable(
  'notifications',
  {
    mailId: text()
      .primaryKey()
      .references(() => mailOutbox.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** One of `domain/notifications/kinds.ts`. */
    kind: text().notNull(),
    delivery: text({ enum: deliveries }).notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    /** When it was told in a daily digest. */
    digestedAt: instant(),
  },
  (t) => [
    index('notifications_user').on(t.userId, t.createdAt),
    index('notifications_unread').on(t.userId).where(sql`${t.readAt} is null`),
    index('notifications_to_digest')
      .on(t.userId)
      .where(sql`${t.delivery} = 'digest' and ${t.digestedAt} is null`),
  ],
)

/** How a person wants one kind of letter; without a row as the kind has it. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    delivery: text({ enum: deliveries }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
)

/** The daily digests that were sent: one for a person on a day of its own calendar. */
export const digests = pgTable(
  'digests',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    day: date().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'digests_once_a_day', columns: [t.userId, t.day] })],
)

/** The secret address of a person's own calendar: one at a time, revoked by renewing it. Only its hash is kept. */
export const calendarAddresses = pgTable(
  'calendar_addresses',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    tokenHash: text().notNull().unique(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('calendar_addresses_one').on(t.userId).where(sql`${t.revokedAt} is null`)],
)

/** Where public events are sent to. Without organisation and registrar it is the programme's. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: id(),
    organisationId: text().references(() => organisations.id),
    registrarIanaId: integer().references(() => registrars.ianaId),
    url: text().notNull(),
    /** Of `domain/webhooks/event-types.ts`. */
    events: jsonb().$type<string[]>().notNull(),
    /** Encrypted with the portal's secret. After a rotation both sign for a day. */
    secret: bytes().notNull(),
    previousSecret: bytes(),
    previousUntil: instant(),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    /** Events up to here have their deliveries. */
    coveredUntil: instant().notNull(),
    /** Since when nothing has arrived; null while things do. */
    failingSince: instant(),
    disabledAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    check('webhooks_one_holder', sql`num_nonnulls(${t.organisationId}, ${t.registrarIanaId}) <= 1`),
    check('webhooks_https', sql`${t.url} like 'https://%'`),
    index('webhooks_organisation').on(t.organisationId),
    index('webhooks_registrar').on(t.registrarIanaId),
  ],
)

/** One event for one webhook, with the body as it is signed and sent, the same at every try. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    webhookId: text()
      .notNull()
      .references(() => webhooks.id),
    eventId: text().notNull(),
    type: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['waiting', 'delivered', 'failed'] })
      .notNull()
      .default('waiting'),
    tries: integer().notNull().default(0),
    nextAt: instant().notNull(),
    deliveredAt: instant(),
  },
  (t) => [
    unique('webhook_deliveries_event_key').on(t.webhookId, t.eventId),
    index('webhook_deliveries_due').on(t.nextAt).where(sql`${t.state} = 'waiting'`),
  ],
)

/** Every try to deliver, with what was answered. Append-only. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: id(),
    deliveryId: text()
      .notNull()
      .references(() => webhookDeliveries.id),
    at: instant().notNull(),
    /** Of the answer; null when there was none. */
    status: integer(),
    /** Why there was none. */
    problem: text().notNull().default(''),
    tookMs: integer().notNull(),
  },
  (t) => [index('webhook_attempts_delivery').on(t.deliveryId, t.at)],
)
