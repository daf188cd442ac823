import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sequencerConnection } from '@/db/client'
import { type Lease, returnLease, takeLease } from '@/domain/transcript/lease'
import { MOST_AT_ONCE, sequenceEntries } from '@/domain/transcript/sequence-entries'
import { SettledNumbers } from '@/domain/transcript/settled'
import { log } from '@/lib/log'

const EVERY_MS = 300
/** A lease lasts five times as long; what is idle should not write three times a second. */
const RENEW_MS = 1000

/**
 * Keeps the transcript's tree up to date until stopped (R9.2), on a connection of its own: three times a second whatever
 * is new gets its place and a signed checkpoint. Several workers may run this; the one with the lease works, the others
 * wait for it. After downtime it goes on without a pause until it has caught up.
 */
export async function sequenceLog(signal: AbortSignal): Promise<void> {
  const holder = randomUUID()
  const numbers = new SettledNumbers()
  let lease: Lease | undefined
  let renewed = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    let isBehind = false
    try {
      if (!lease || performance.now() - renewed > RENEW_MS) {
        renewed = performance.now()
        lease = await takeLease(sequencerConnection(), holder)
      }
      const turn = lease && (await sequenceEntries(sequencerConnection(), lease, numbers))
      if (!turn) lease = undefined
      isBehind = turn?.added === MOST_AT_ONCE
    } catch (error) {
      log().error({ err: error }, 'the transcript could not be continued')
    }
    if (!isBehind) await pause(EVERY_MS, undefined, { signal }).catch(() => {})
  }
  if (lease) await returnLease(sequencerConnection(), lease).catch(() => {})
}
