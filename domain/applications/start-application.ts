import { randomBytes } from 'node:crypto'
import { and, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { lots, rounds } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { actsFor, requireAccepting } from './lock-application'
import { makeReferenceNumber } from './reference-number'

/**
 * Starts the application of one organisation for one lot (R5.1), or takes a withdrawn one up again.
 * Refuses: thing.not-found, application.not-open, application.closed, application.exists,
 * role.conflicts-with-applicant (R4.3, by the database).
 */
export const startApplication = operation('application.start', {
  input: z.strictObject({
    lotId: z.string('Choose a name.').max(60),
    organisationId: z
      .string('Choose the organisation that applies.')
      .min(1, 'Choose the organisation.')
      .max(60),
  }),
  async subject(tx, input, actor) {
    if (!actsFor(actor, ['owner', 'editor']).includes(input.organisationId)) return undefined
    const [found] = await tx
      .select({ round: rounds, lot: lots })
      .from(lots)
      .innerJoin(rounds, eq(rounds.id, lots.roundId))
      .where(and(eq(lots.id, input.lotId), notInArray(rounds.state, ['draft', 'cancelled'])))
      .for('share', { of: rounds })
    return found
  },
  check({ subject, at }) {
    requireAccepting(subject.round, at)
  },
  async run({ tx, actor, at, input, subject: { lot, round } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const [earlier] = await tx
      .select()
      .from(applications)
      .where(and(eq(applications.organisationId, input.organisationId), eq(applications.lotId, lot.id)))
      .for('update')
    if (earlier && earlier.state !== 'withdrawn') throw refuse('application.exists', { label: lot.label })
    if (earlier) {
      await tx
        .update(applications)
        .set({ state: 'draft', withdrawnAt: null, version: earlier.version + 1 })
        .where(eq(applications.id, earlier.id))
      return {
        result: { applicationId: earlier.id, reference: earlier.reference },
        audit: { object: earlier.id, facts: { lotId: lot.id, again: true } },
      }
    }
    const applicationId = newId('app', at)
    const reference = await freeReference(tx, lot.label, at)
    await tx.insert(applications).values({
      id: applicationId,
      reference,
      organisationId: input.organisationId,
      roundId: round.id,
      lotId: lot.id,
      createdBy: actor.userId,
      createdAt: at,
    })
    return {
      result: { applicationId, reference },
      audit: { object: applicationId, facts: { lotId: lot.id, organisationId: input.organisationId } },
    }
  },
})

async function freeReference(tx: Tx, label: string, at: Date): Promise<string> {
  for (;;) {
    const reference = makeReferenceNumber(label, at, randomBytes(3))
    const taken = await tx.select().from(applications).where(eq(applications.reference, reference))
    if (taken.length === 0) return reference
  }
}
