import Link from 'next/link'
import { UtcClock } from '@/components/time/show-utc-clock'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { MarkCurrentLink } from './mark-current-link'
import type { SiteLink, Viewer } from './site-links'

/** The clock, the way to a name, the account, and the menu that stands in for the navigation on small screens. */
export function HeaderEnd({ now, links, viewer }: { now: Date; links: SiteLink[]; viewer?: Viewer }) {
  return (
    <div className="mast-end">
      <span className="utc-clock">
        <UtcClock now={now.toISOString()} />
      </span>
      <Link className="icon-btn find" href="/labels#find" prefetch={false}>
        <Icon name="search" title="Find a name" />
      </Link>
      {viewer && <InboxLink unread={viewer.unread} />}
      {viewer ? (
        <Button href="/account" size="s" icon="user">
          {viewer.name}
        </Button>
      ) : (
        <Button href="/sign-in" size="s">
          Sign in
        </Button>
      )}
      <details className="menu">
        <summary className="icon-btn">
          <Icon name="menu" title="Menu" />
        </summary>
        <nav aria-label="Menu">
          {viewer && <MenuLinks links={viewer.places} />}
          <MenuLinks links={links} />
          {viewer && <AccountLinks />}
        </nav>
      </details>
    </div>
  )
}

/** The way to the inbox, with the number of letters that are new. */
function InboxLink({ unread }: { unread: number }) {
  const title = unread === 0 ? 'Inbox' : `Inbox, ${unread} unread`
  return (
    <Link className="icon-btn inbox" href="/account/notifications" prefetch={false}>
      <Icon name="bell" title={title} />
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}

function MenuLinks({ links }: { links: SiteLink[] }) {
  return (
    <div>
      {links.map(({ href, text }) => (
        <MarkCurrentLink key={href} href={href} prefetch={false}>
          {text}
        </MarkCurrentLink>
      ))}
    </div>
  )
}

function AccountLinks() {
  return (
    <div>
      <MarkCurrentLink href="/account" prefetch={false}>
        Your account
      </MarkCurrentLink>
      <MarkCurrentLink href="/account/notifications" prefetch={false}>
        Inbox
      </MarkCurrentLink>
      <form action="/sign-out" method="post">
        <button type="submit">Sign out</button>
      </form>
    </div>
  )
}
