import { and, eq, inArray } from 'drizzle-orm'
import { applications } from '@/db/schema/applications'
import { decisions } from '@/db/schema/reviews'
import { type Actor, isPirPerson } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'
import { query } from '@/lib/query'
import type { Viewer } from './next-step'

/** The actor's own application for a lot, with its outcome once the round's decisions are released (R6.7). */
const ownApplication = query('applications.own', async ({ db, actor, input }) => {
  const organisations = actor.memberships.map(({ organisationId }) => organisationId)
  const [own] = await db
    .select({ application: applications, outcome: decisions.outcome, releasedAt: decisions.releasedAt })
    .from(applications)
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        eq(applications.lotId, (input as { lotId: string }).lotId),
        inArray(applications.organisationId, organisations),
      ),
    )
    .orderBy(applications.createdAt)
    .limit(1)
  return own
})

/** Who looks at a name's page, as far as its next step depends on it. */
export async function readViewer(actor: Actor, lotId: string | undefined): Promise<Viewer> {
  if (isPirPerson(actor)) return { kind: 'programme', manages: mayRead(actor, 'labels.manage') === 'yes' }
  const own = lotId === undefined ? undefined : await ownApplication(actor, { lotId })
  if (!own) return { kind: 'anyone' }
  const { id, reference, state } = own.application
  return { kind: 'applicant', id, reference, state, outcome: own.releasedAt ? own.outcome : null }
}
