import { bigint, customType, text, timestamp } from 'drizzle-orm/pg-core'

/** An instant, stored in UTC with microseconds; a JavaScript Date keeps the milliseconds. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** Whole US cents (R7.1). */
export const cents = () => bigint({ mode: 'bigint' })

/** A prefixed sortable id such as `bid_01J…`. */
export const id = () => text().primaryKey()

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})
