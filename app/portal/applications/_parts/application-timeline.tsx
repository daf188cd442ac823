import { When } from '@/components/time/when'
import { Timeline } from '@/components/ui/timeline'
import { courseOf } from '@/domain/applications/course'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import type { loadApplication } from './load-application'

type Home = Awaited<ReturnType<typeof loadApplication>>

/** What happened to an application, where it stands and what comes, once it can no longer be written. */
export async function ApplicationTimeline({ home }: { home: Home }) {
  const zone = await viewerZone()
  const steps = courseOf(home.standing, home.versions, processNow())
  return (
    <Timeline items={steps.map(({ at, ...step }) => ({ ...step, when: <When at={at} zone={zone} /> }))} />
  )
}
