import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { phases, rounds } from '@/db/schema/rounds'
import { readReferenceNumber } from '@/domain/applications/reference-number'
import { readRoundSlug } from '@/domain/rounds/round-address'

/**
 * What someone wrote as the beginning of an object of the log: `b1.org`, `round 1-2`, the reference number of an
 * application, or an id and the beginning of one as they are.
 */
export async function findObject(db: Reader, asked: string): Promise<string> {
  const label = /^([a-z0-9]{1,2})(\.org)?$/i.exec(asked)?.[1]
  if (label) return `label:${label.toLowerCase()}`
  const slug = readRoundSlug(asked.replace(/^round\s+/i, ''))
  if (slug) {
    const [round] = await db
      .select({ id: rounds.id })
      .from(rounds)
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(eq(phases.number, slug.phase), eq(rounds.number, slug.number), eq(rounds.practice, false)))
    return round?.id ?? asked
  }
  const reference = readReferenceNumber(asked)
  if (!reference) return asked
  const [application] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.reference, reference))
  return application?.id ?? asked
}
