import type { Viewer } from '@/components/site/site-links'
import type { Actor } from '@/lib/access/actor'
import { placesOf } from './home-of'

/** Whoever is signed in, as the masthead shows them. */
export function viewerOf(actor: Actor): Viewer | undefined {
  return actor.kind === 'person' ? { name: actor.name, places: placesOf(actor) } : undefined
}
