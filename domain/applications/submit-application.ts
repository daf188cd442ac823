import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications, sponsorships } from '@/db/schema/applications'
import { classOf } from '@/domain/labels/rules'
import { addPlanVersion } from '@/domain/plans/add-plan-version'
import { readSubmittable } from '@/domain/plans/read-submittable'
import { currentRules } from '@/domain/rules/current'
import { requireSponsor } from '@/domain/sponsorships/require-sponsor'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { flagRelatedParties } from './flag-related-parties'
import { receiptLetters } from './letters'
import { lockOwnApplication, requireAccepting, wrongState } from './lock-application'
import { acceptsSubmission } from './rules'

const SubmitInput = z.strictObject({
  applicationId: z.string().max(60),
  /** Hash of what the check page showed. */
  checkedHash: z.string().max(64),
  rulesVersion: z.string().max(20),
  accuracy: z.boolean(),
  rules: z.boolean(),
  /** No false affiliation with a government or country-code manager; mandatory for letter-letter labels (R5.4). */
  government: z.boolean(),
})

/**
 * Submits the application, or replaces what was submitted (R5.3): freezes a version with its hash, flags related
 * parties, sends receipts. What counts is when the server began to receive it (R5.6).
 * Refuses: thing.not-found, application.closed, application.not-open, application.wrong-state,
 * application.declaration-missing, application.incomplete, thing.changed, registrar.*.
 */
export const submitApplication = operation('application.submit', {
  input: SubmitInput,
  subject: (tx, { applicationId }, actor) => lockOwnApplication(tx, applicationId, actor, ['owner']),
  check({ subject: { application, round }, receivedAt }) {
    if (!acceptsSubmission(round, receivedAt)) requireAccepting(round, receivedAt)
    // The scheduler may have closed the round while this submission waited.
    if (application.state === 'withdrawn') throw wrongState(application.state)
  },
  async run({ tx, actor, at, receivedAt, input, subject: { application, round, label } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    requireDeclarations(input, label)
    const ready = await readSubmittable(tx, application, round)
    const { registrarIanaId } = application
    if (!ready.ok || registrarIanaId === null) throw refuse('application.incomplete')
    await requireSponsor(tx, registrarIanaId, 'registrar')
    const [sponsored] = await tx
      .select()
      .from(sponsorships)
      .where(and(eq(sponsorships.applicationId, application.id), eq(sponsorships.state, 'confirmed')))
    if (sponsored?.registrarIanaId !== registrarIanaId) throw refuse('application.incomplete')
    if (ready.checkedHash !== input.checkedHash) throw refuse('thing.changed')
    const on = (yes: boolean) => (yes ? 'on' : '')
    const version = await addPlanVersion(tx, { ...application, registrarIanaId }, ready, {
      representations: {
        accuracy: on(input.accuracy),
        rules: on(input.rules),
        government: on(input.government),
      },
      submittedBy: actor.userId,
      receivedAt,
      at,
    })
    await tx
      .update(applications)
      .set({
        state: 'submitted',
        submittedAt: receivedAt,
        currentVersionId: version.id,
        version: application.version + 1,
      })
      .where(eq(applications.id, application.id))
    const related = await flagRelatedParties(tx, round.id, application.organisationId, at)
    const { reference } = application
    return {
      result: { applicationId: application.id, reference, number: version.number },
      audit: {
        object: application.id,
        facts: {
          planVersionId: version.id,
          number: version.number,
          contentHash: version.contentHash,
          related,
        },
      },
      letters: await receiptLetters(tx, { application, version, label, receivedAt }),
    }
  },
})

function requireDeclarations(input: z.output<typeof SubmitInput>, label: string): void {
  const fields: Record<string, string> = {}
  if (!input.accuracy) fields.accuracy = 'Confirm that what you submit is accurate.'
  if (!input.rules) fields.rules = 'Accept the rules to submit.'
  if (!input.government && classOf(label) === 'letter-letter')
    fields.government = 'Confirm this: it is required for names of two letters.'
  if (Object.keys(fields).length > 0) throw refuse('application.declaration-missing', {}, fields)
  if (input.rulesVersion !== currentRules.version) throw refuse('thing.changed')
}
