import { sqlOf, type Tx } from '@/db/client'

/**
 * Topics say that something changed, never what. Clients refetch through the ordinary query, so that
 * authorization is the page's own. A topic is per audience: the timing of a rival's sealed bid is information.
 */
export const topics = {
  lot: (lotId: string) => `lot:${lotId}`,
  /** Announcements and state of a round; changes seldom. */
  round: (roundId: string) => `round:${roundId}`,
  /** One bidder's own view: outcome of its own attempts on any lot. */
  bidder: (bidderId: string) => `bidder:${bidderId}`,
  approvals: () => 'approvals',
  person: (userId: string) => `person:${userId}`,
}

/** Raises the versions of topics in the operation's transaction. Sorted, so that two operations never wait in a circle. */
export async function announceIn(tx: Tx, changed: readonly string[]): Promise<void> {
  const sorted = [...new Set(changed)].sort()
  if (sorted.length === 0) return
  await sqlOf(tx)`
    insert into live_versions (topic, version) select unnest(${sorted}::text[]), 1
    on conflict (topic) do update set version = live_versions.version + 1`
}
