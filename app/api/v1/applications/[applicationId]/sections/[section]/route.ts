import { sectionToWrite } from '@/domain/applications/queries'
import { saveDraft } from '@/domain/plans/save-draft'
import { currentActor } from '@/lib/access/current-actor'
import { json, refusal, routeAction } from '@/lib/route-action'

/** Autosave: `{"version":3,"content":{…}}` → the new version; 409 `draft.stale` when another was saved since. */
export const PUT = routeAction(saveDraft, {
  input: (body, { applicationId, section }) => ({
    ...(typeof body === 'object' ? body : {}),
    applicationId,
    section,
  }),
})

/** The section as it is stored: what a stale save is compared with. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ applicationId: string; section: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (actor.kind !== 'person') return refusal('access.signed-out')
  const page = await sectionToWrite(actor, await params)
  if (!page) return refusal('thing.not-found')
  const { version = 0, completed = false, updatedAt, updatedBy } = page.draft ?? {}
  return json(200, {
    content: page.content,
    version,
    completed,
    at: updatedAt?.toISOString() ?? null,
    by: updatedBy ?? null,
  })
}
