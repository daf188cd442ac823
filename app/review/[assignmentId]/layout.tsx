import { WorkspaceHeader } from '@/components/site/workspace-header'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'

/** The narrow masthead of places people work in, over the full width. It authorises nothing. */
export default async function ReviewLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  const name = actor.kind === 'person' ? actor.name : 'Sign in'
  return (
    <div className="full">
      <WorkspaceHeader now={processNow()} user={{ name }} accountHref="/account" />
      <main id="main">{children}</main>
    </div>
  )
}
