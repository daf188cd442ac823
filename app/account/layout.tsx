import { Frame } from '@/app/frame'
import { homeOf } from '@/app/home-of'
import { MarkCurrentLink } from '@/components/site/mark-current-link'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { heldUntil } from '@/domain/users/held-until'
import { currentActor } from '@/lib/access/current-actor'
import { mayRead } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'

const SECTIONS = [
  { href: '/account/profile', text: 'Profile' },
  { href: '/account/notifications', text: 'Inbox' },
  { href: '/account/password', text: 'Password' },
  { href: '/account/second-factor', text: 'Second factor' },
  { href: '/account/sessions', text: 'Sessions' },
  { href: '/account/calendar', text: 'Calendar' },
  { href: '/portal/organisations', text: 'Organisations' },
]

/** Of those who act for an organisation, a registrar or the programme. */
const WEBHOOKS = { href: '/account/webhooks', text: 'Webhooks' }

/** How the way back to a person's work is called. */
const HOMES: Record<string, string> = { '/portal': 'Your applications', '/review': 'Your reviews' }

export default async function AccountLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  const held = heldUntil(actor, processNow())
  const home = actor.kind === 'person' ? homeOf(actor) : '/'
  return (
    <Frame>
      <div className="wrap page space-y-8">
        {home !== '/account' && <BackLink href={home}>{HOMES[home] ?? 'The programme'}</BackLink>}
        <div className="row between">
          <h1>Your account</h1>
          <form action="/sign-out" method="post">
            <Button type="submit">Sign out</Button>
          </form>
        </div>
        <nav className="tabs" aria-label="Account">
          {[...SECTIONS, ...(mayRead(actor, 'webhooks.own') === 'no' ? [] : [WEBHOOKS])].map(
            ({ href, text }) => (
              <MarkCurrentLink key={href} href={href} prefetch={false}>
                {text}
              </MarkCurrentLink>
            ),
          )}
        </nav>
        {held && (
          <Notice tone="warn" title="Your account cannot bid at present">
            A recovery code was used, or your authenticator app was removed or replaced. For your safety you
            can bid again from <When at={held} zone={await viewerZone()} />. Bids that stand are kept. If it
            was not you, change your password and end the other sessions.
          </Notice>
        )}
        {children}
      </div>
    </Frame>
  )
}
