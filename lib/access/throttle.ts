import { customType, integer, pgTable, varchar } from 'drizzle-orm/pg-core'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { database } from '@/db/client'
import { sha256Hex } from '@/lib/hash'

const epoch = customType<{ data: Date; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: (value) => String(value.getTime()),
  fromDriver: (value) => new Date(Number(value)),
})

/** The table of migration 0001, as the limiter wants it. */
const rateLimits = pgTable('rate_limits', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull(),
  expire: epoch(),
})

/** How often something may be tried: so many times within so many minutes, counted for all instances together. */
const LIMITS = {
  /** Passwords tried for one address. */
  'sign-in': { points: 10, minutes: 15, growing: true },
  /** Passwords tried from one network. */
  'sign-in-network': { points: 100, minutes: 15 },
  /** Codes tried by one person who knows the password. */
  code: { points: 10, minutes: 15 },
  /** Letters asked for to one address. */
  letter: { points: 5, minutes: 60 },
  /** Letters asked for from one network. */
  'letter-network': { points: 50, minutes: 60 },
  /** Events sent again to webhooks by one person. */
  replay: { points: 30, minutes: 60 },
} as const satisfies Record<string, { points: number; minutes: number; growing?: true }>

/** Where `growing`: so many tries come at no cost, then each doubles the pause before the next: 2, 4, 8 … seconds. */
const FREE = 3

export type Limit = keyof typeof LIMITS

const limiters = new Map<Limit, RateLimiterDrizzle>()

function limiter(limit: Limit): RateLimiterDrizzle {
  const { points, minutes } = LIMITS[limit]
  const made =
    limiters.get(limit) ??
    new RateLimiterDrizzle({
      storeClient: database(),
      schema: rateLimits,
      keyPrefix: limit,
      points,
      duration: minutes * 60,
    })
  limiters.set(limit, made)
  return made
}

/** Who is in a pause, beside the counts and shared by all instances as they are. */
let pauses: RateLimiterDrizzle | undefined

function pausing(): RateLimiterDrizzle {
  pauses ??= new RateLimiterDrizzle({
    storeClient: database(),
    schema: rateLimits,
    keyPrefix: 'pause',
    points: 1,
    duration: LIMITS['sign-in'].minutes * 60,
  })
  return pauses
}

const isGrowing = (limit: Limit) => 'growing' in LIMITS[limit]

/** Keys are hashed: a list of who tried to sign in is nobody's business. */
const keyOf = (subject: string) => sha256Hex(subject).slice(0, 40)

/**
 * Counts one try. Undefined when it may go on, else the seconds to wait. Counting comes before trying, so that a
 * thousand tries at once are still only as many as the limit. An error of the database is thrown: closed, not open.
 */
export async function spend(limit: Limit, subject: string): Promise<number | undefined> {
  const key = keyOf(subject)
  try {
    const pause = isGrowing(limit) ? await pausing().get(key) : null
    if (pause) return secondsUntil(pause)
    const { consumedPoints } = await limiter(limit).consume(key)
    if (isGrowing(limit) && consumedPoints > FREE) await pausing().set(key, 1, 2 ** (consumedPoints - FREE))
    return undefined
  } catch (error) {
    if (error instanceof RateLimiterRes) return secondsUntil(error)
    throw error
  }
}

/** Whole seconds to wait, at least one. */
export const secondsUntil = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))

/** Takes one try back: it succeeded, and only failures count. */
export async function giveBack(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).reward(keyOf(subject))
}

/** Forgets the tries: it was the right person. */
export async function forgive(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).delete(keyOf(subject))
  if (isGrowing(limit)) await pausing().delete(keyOf(subject))
}
