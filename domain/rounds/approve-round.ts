import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { lockLabels } from '@/domain/labels/lock-labels'
import { moveLabels } from '@/domain/labels/move-labels'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { configurationHash, configurationOf } from './configuration'
import { describeApproval } from './describe-approval'
import { findDryRun } from './find-dry-run'
import { Id } from './input'
import { canTransition } from './lifecycle'
import { lockRound } from './lock-round'
import { moveRound } from './move-round'
import { readCandidate } from './read-candidate'
import { checkReadiness } from './readiness'
import { newTieSecret } from './tie-secret'

/**
 * Freezes a round's configuration and offers its labels, by two people bound to its hash (R3.4, R3.5). Draws the
 * tie-break secret and publishes its SHA-256 (R7.5); the whole configuration stands in the log entry.
 * Refuses with `round.wrong-state`, `round.no-dry-run`, `round.not-ready`.
 */
export const approveRound = operation('round.approve', {
  input: z.strictObject({ roundId: Id }),
  async subject(tx, { roundId }) {
    const round = await lockRound(tx, roundId)
    if (!round) return undefined
    await lockLabels(tx, await labelsOf(tx, roundId))
    const configuration = await configurationOf(tx, round)
    const hash = configurationHash(configuration)
    const dryRun = await findDryRun(tx, roundId, hash)
    return { round, candidate: await readCandidate(tx, round), configuration, hash, dryRun }
  },
  check({ at, subject: { round, candidate, dryRun } }) {
    if (!canTransition(round.state, 'approve')) throw refuse('round.wrong-state', { state: round.state })
    const missing = checkReadiness(candidate, at).find((requirement) => !requirement.ok)
    if (missing) throw refuse('round.not-ready', { reason: missing.sentence })
    if (!dryRun) throw refuse('round.no-dry-run')
  },
  secondPerson: (_input, { round, candidate, hash }) => ({
    ...describeApproval(round, candidate.lots, hash),
    fingerprint: hash,
  }),
  async run({ tx, at, subject: { round, candidate, configuration, hash, dryRun } }) {
    const { secretHash, sealedSecret } = newTieSecret(round.id)
    const note = `Offered in round ${round.number}, “${round.name}”.`
    const names = candidate.lots.map((lot) => lot.label)
    await moveLabels(tx, names, { to: 'offered', at, note, roundId: round.id })
    await moveRound(
      tx,
      { roundId: round.id, from: 'draft', to: 'approved', at },
      { approvedAt: at, configHash: hash, secretHash, sealedSecret },
    )
    return {
      result: { roundId: round.id, configHash: hash },
      audit: {
        object: round.id,
        facts: { configHash: hash, dryRunId: dryRun?.id ?? '', secretHash, configuration },
      },
      announce: [topics.round(round.id)],
    }
  },
})

async function labelsOf(tx: Tx, roundId: string): Promise<string[]> {
  const rows = await tx.select({ label: lots.label }).from(lots).where(eq(lots.roundId, roundId))
  return rows.map((row) => row.label)
}
