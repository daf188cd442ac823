import { viewerOf } from '@/app/viewer-of'
import { WorkspaceHeader } from '@/components/site/workspace-header'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'

/** The narrow masthead of places people work in, over the full width. It authorises nothing. */
export default async function ReviewLayout({ children }: { children: React.ReactNode }) {
  const viewer = await viewerOf(await currentActor())
  return (
    <div className="full">
      <WorkspaceHeader now={processNow()} {...(viewer && { viewer })} />
      <main id="main">{children}</main>
    </div>
  )
}
