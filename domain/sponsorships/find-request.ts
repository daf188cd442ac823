import { and, eq, or } from 'drizzle-orm'
import { sponsorships } from '@/db/schema/applications'
import type { Actor } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'

/**
 * Which request somebody may read and answer (R4.2): the one their link leads to or, by its id, one to the registrar
 * they act for.
 * @param key a link's token or a request's id
 */
export function requestOf(key: string, actor: Actor) {
  const byLink = eq(sponsorships.tokenHash, sha256Hex(key))
  if (actor.kind !== 'person' || actor.registrarIanaId === null) return byLink
  return or(byLink, and(eq(sponsorships.id, key), eq(sponsorships.registrarIanaId, actor.registrarIanaId)))
}
