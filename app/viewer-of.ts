import type { Viewer } from '@/components/site/site-links'
import { unread } from '@/domain/notifications/queries'
import type { Actor } from '@/lib/access/actor'
import { placesOf } from './home-of'

/** Whoever is signed in, as the masthead shows them. */
export async function viewerOf(actor: Actor): Promise<Viewer | undefined> {
  if (actor.kind !== 'person') return undefined
  return { name: actor.name, places: placesOf(actor), unread: (await unread(actor, undefined)) ?? 0 }
}
