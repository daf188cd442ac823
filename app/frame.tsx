import { headers } from 'next/headers'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { homeOf } from './home-of'
import { viewerTheme } from './theme/viewer-theme'

/**
 * Masthead, main and footer around a page; pages bring their own `wrap`. Who is signed in is only shown here, never
 * asked for: layouts authorise nothing.
 * @param account the masthead's name leads to the account instead of the person's home, for pages behind sign-in
 */
export async function Frame({
  account = false,
  above,
  children,
}: {
  account?: boolean
  above?: React.ReactNode
  children: React.ReactNode
}) {
  const actor = await currentActor()
  const now = processNow()
  const person = actor.kind === 'person' ? actor : undefined
  return (
    <>
      <SiteHeader
        now={now}
        {...(person && { user: { name: person.name }, accountHref: account ? '/account' : homeOf(person) })}
      />
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
