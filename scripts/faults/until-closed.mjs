import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits until the workers have closed every lot of the auction and its round; at most a minute. Sealed bids are let open
 * as soon as bidding is over.
 */
export async function untilClosed({ database }, { round, lots, format }) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  try {
    for (const until = performance.now() + 60_000; performance.now() < until; await pause(50)) {
      const [{ left }] = await sql`
        select count(*)::int as left from lots l join rounds r on r.id = l.round_id
        where l.id = any(${lots}) and r.id = ${round} and (l.state <> 'closed' or r.state <> 'closed')`
      if (left === 0) return true
      if (format.startsWith('sealed-')) {
        const { letOpenOnce } = await import('./let-open.ts')
        await letOpenOnce(round)
      }
    }
    return false
  } finally {
    await sql.end({ timeout: 5 })
  }
}
