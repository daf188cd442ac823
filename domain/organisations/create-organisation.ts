import { organisations } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { OrganisationInput } from './input'
import { join } from './join'

/** A new applicant (R4.1); who creates it owns it and may write for it. Bidding is a role of its own. */
export const createOrganisation = operation('organisation.create', {
  input: OrganisationInput,
  subject: async () => ({}),
  async run({ tx, at, actor, input }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const organisationId = newId('org', at)
    await tx.insert(organisations).values({ id: organisationId, createdAt: at, ...input })
    await join(tx, { organisationId, userId: actor.userId, role: 'owner', at })
    await join(tx, { organisationId, userId: actor.userId, role: 'editor', at })
    return { result: { organisationId }, audit: { object: organisationId } }
  },
})
