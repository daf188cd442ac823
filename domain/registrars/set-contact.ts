import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { registrars } from '@/db/schema/applications'
import { operation } from '@/lib/operation'
import { IanaId } from './input'

/** Sets, or with an empty address clears, where a registrar's sponsorship requests are sent (R4.2). */
export const setContact = operation('registrar.set-contact', {
  input: z.strictObject({
    ianaId: IanaId,
    contactEmail: z.union([z.literal(''), z.email().max(254)], {
      error: 'Enter an address such as names@registrar.example.',
    }),
  }),
  async subject(tx, { ianaId }) {
    const [row] = await tx.select().from(registrars).where(eq(registrars.ianaId, ianaId)).for('update')
    return row
  },
  async run({ tx, input: { ianaId, contactEmail } }) {
    await tx
      .update(registrars)
      .set({ contactEmail: contactEmail || null })
      .where(eq(registrars.ianaId, ianaId))
    return {
      result: { ianaId },
      audit: { object: `registrar:${ianaId}`, facts: { set: contactEmail !== '' } },
    }
  },
})
