import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { OrganisationInput } from './input'
import { lockOwned } from './lock-organisation'

/** Changes an organisation. Submitted plans keep the organisation as it was (R5.3). Refuses `thing.changed`. */
export const changeOrganisation = operation('organisation.change', {
  input: OrganisationInput.extend({
    organisationId: z.string().max(60),
    version: z.coerce.number('Load the page again.').int('Load the page again.'),
  }),
  subject: (tx, { organisationId }, actor) => lockOwned(tx, organisationId, actor),
  check({ input, subject: organisation }) {
    if (organisation.version !== input.version) throw refuse('thing.changed')
  },
  async run({ tx, input, subject: organisation }) {
    const { organisationId, version, ...fields } = input
    await tx
      .update(organisations)
      .set({ ...fields, version: version + 1 })
      .where(eq(organisations.id, organisation.id))
    return { result: { version: version + 1 }, audit: { object: organisationId } }
  },
})
