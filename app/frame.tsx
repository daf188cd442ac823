import { headers } from 'next/headers'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { viewerTheme } from './theme/viewer-theme'
import { viewerOf } from './viewer-of'

/**
 * Masthead, main and footer around a page; pages bring their own `wrap`. Who is signed in is only shown here, never
 * asked for: layouts authorise nothing.
 */
export async function Frame({ above, children }: { above?: React.ReactNode; children: React.ReactNode }) {
  const viewer = await viewerOf(await currentActor())
  const now = processNow()
  return (
    <>
      <SiteHeader now={now} {...(viewer && { viewer })} />
      {above}
      <main id="main">{children}</main>
      <SiteFooter
        now={now}
        zone={await viewerZone()}
        theme={await viewerTheme()}
        path={(await headers()).get('x-path') ?? '/'}
      />
    </>
  )
}
