import { storedSheet } from '@/domain/reviews/queries'
import { saveReview } from '@/domain/reviews/save-review'
import { currentActor } from '@/lib/access/current-actor'
import { json, refusal, routeAction } from '@/lib/route-action'

/** Room for every criterion's reason and passages. */
const MOST_BYTES = 256 * 1024

/** Autosave: `{"version":3,"content":{"planVersionId":…,"scores":[…]}}` → the new version; 409 `review.stale`. */
export const PUT = routeAction(saveReview, {
  maxBytes: MOST_BYTES,
  input: (body, { assignmentId }) => {
    const { version, content } = (body ?? {}) as { version?: unknown; content?: object }
    return { ...content, version, assignmentId }
  },
})

/** The sheet as it is stored: what a stale save is compared with. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ assignmentId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (actor.kind !== 'person') return refusal('access.signed-out')
  const stored = await storedSheet(actor, await params)
  if (!stored) return refusal('thing.not-found')
  const { planVersionId, scores, version, savedAt } = stored
  return json(200, { content: { planVersionId, scores }, version, at: savedAt.toISOString(), by: null })
}
