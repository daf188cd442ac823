import { expect, vi } from 'vitest'
import { database } from '@/db/client'
import { env } from '@/env'

/** Runs while others hold every connection of the pool that pages and operations share. */
export async function whileNoConnectionIsFree<R>(run: () => Promise<R>): Promise<R> {
  const { promise: left, resolve: leave } = Promise.withResolvers<void>()
  let taken = 0
  const others = Array.from({ length: env.DATABASE_POOL }, () =>
    database().transaction(async () => {
      taken++
      await left
    }),
  )
  try {
    await vi.waitFor(() => expect(taken).toBe(env.DATABASE_POOL))
    return await run()
  } finally {
    leave()
    await Promise.all(others)
  }
}
