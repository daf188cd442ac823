import { type Database, type Tx, unreplicatedCommits } from '@/db/client'
import { isConnectionLoss } from '@/lib/database-failures'

/** Nobody can say yet whether what a transaction did is kept. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
  /**
   * @param why `lost`: the connection broke during the commit, and a second try under the same key tells.
   *   `unreplicated`: the primary alone keeps it, because the wait for a standby was cancelled.
   */
  constructor(
    readonly why: 'lost' | 'unreplicated',
    options?: ErrorOptions,
  ) {
    super(`The outcome of a commit is unknown: ${why}.`, options)
  }
}

/**
 * A transaction whose success is said only when it is one: the driver reports a commit that no standby confirmed as done,
 * and one whose answer was lost as failed. Both are `OutcomeUnknown`; any other error means that nothing was done.
 */
export async function transact<R>(db: Database, run: (tx: Tx) => Promise<R>): Promise<R> {
  const before = unreplicatedCommits()
  let committing = false
  let value: R
  try {
    value = await db.transaction(async (tx) => {
      const result = await run(tx)
      committing = true
      return result
    })
  } catch (error) {
    if (committing && isConnectionLoss(error)) throw new OutcomeUnknown('lost', { cause: error })
    throw error
  }
  if (unreplicatedCommits() !== before) throw new OutcomeUnknown('unreplicated')
  return value
}
