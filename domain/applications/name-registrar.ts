import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '@/db/schema/applications'
import { requireSponsor } from '@/domain/sponsorships/require-sponsor'
import { supersedeRequests } from '@/domain/sponsorships/supersede-requests'
import { operation } from '@/lib/operation'
import { lockOwnApplication, requireWritable } from './lock-application'

/**
 * Names the sponsoring registrar (R4.2). Changing it ends what the earlier one was asked or said.
 * Refuses: thing.not-found, application.closed, application.not-open, application.wrong-state, registrar.unknown,
 * registrar.reserved-id, registrar.not-accredited.
 */
export const nameRegistrar = operation('application.name-registrar', {
  input: z.strictObject({
    applicationId: z.string().max(60),
    registrarIanaId: z
      .number('Choose a registrar.')
      .int('Choose a registrar.')
      .positive('Choose a registrar.'),
  }),
  subject: (tx, { applicationId }, actor) => lockOwnApplication(tx, applicationId, actor),
  check: ({ subject, at }) => requireWritable(subject, at),
  async run({ tx, input, subject: { application } }) {
    const registrar = await requireSponsor(tx, input.registrarIanaId, 'registrarIanaId')
    const before = application.registrarIanaId
    if (before !== registrar.ianaId) {
      await supersedeRequests(tx, application.id, { keepIanaId: registrar.ianaId })
      await tx
        .update(applications)
        .set({ registrarIanaId: registrar.ianaId, version: application.version + 1 })
        .where(eq(applications.id, application.id))
    }
    return {
      result: { applicationId: application.id, registrarIanaId: registrar.ianaId },
      audit: { object: application.id, facts: { registrarIanaId: registrar.ianaId, before } },
    }
  },
})
