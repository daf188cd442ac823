import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, planVersions, registrars, sponsorships } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { lots, rounds } from '@/db/schema/rounds'
import { readDrafts } from '@/domain/plans/read-submittable'
import { canSponsor } from '@/domain/registrars/rules'
import type { Person } from '@/lib/access/actor'
import type { Progress } from './list-tasks'

/** An application of one of the person's organisations with its label, round and organisation. */
export async function readOwn(db: Reader, actor: Person, applicationId: string) {
  const [row] = await db
    .select({ application: applications, round: rounds, lot: lots, organisation: organisations })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        eq(applications.id, applicationId),
        inArray(
          applications.organisationId,
          actor.memberships.map(({ organisationId }) => organisationId),
        ),
      ),
    )
  return row
}

export type OwnApplication = NonNullable<Awaited<ReturnType<typeof readOwn>>>

/** The named registrar and the latest request to it. */
export async function readRegistrar(db: Reader, { application }: OwnApplication) {
  if (application.registrarIanaId === null) return undefined
  const [registrar] = await db
    .select()
    .from(registrars)
    .where(eq(registrars.ianaId, application.registrarIanaId))
  const [request] = await db
    .select()
    .from(sponsorships)
    .where(
      and(
        eq(sponsorships.applicationId, application.id),
        eq(sponsorships.registrarIanaId, application.registrarIanaId),
      ),
    )
    .orderBy(desc(sponsorships.requestedAt))
    .limit(1)
  return registrar && { ...registrar, canSponsor: canSponsor(registrar), request }
}

/** What the task list of an application is made of. */
export async function readProgress(db: Reader, own: OwnApplication): Promise<Progress> {
  const drafts = await readDrafts(db, own.application.id)
  return {
    drafts,
    organisation: own.organisation.legalName,
    registrar: await readRegistrar(db, own),
    circumstances: own.round,
    submitted: own.application.state === 'submitted',
  }
}

/** The frozen versions of an application, newest first. */
export async function readVersions(db: Reader, applicationId: string) {
  return db
    .select()
    .from(planVersions)
    .where(eq(planVersions.applicationId, applicationId))
    .orderBy(desc(planVersions.number))
}
