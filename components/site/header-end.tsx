import Link from 'next/link'
import { UtcClock } from '@/components/time/show-utc-clock'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { MarkCurrentLink } from './mark-current-link'
import type { SiteLink } from './site-links'

/** The clock, the way to a name, the account, and the menu that stands in for the navigation on small screens. */
export function HeaderEnd({
  now,
  links,
  account,
}: {
  now: Date
  links: SiteLink[]
  account: { href: string; text: string; known: boolean }
}) {
  return (
    <div className="mast-end">
      <span className="utc-clock">
        <UtcClock now={now.toISOString()} />
      </span>
      <Link className="icon-btn find" href="/labels#find" prefetch={false}>
        <Icon name="search" title="Find a name" />
      </Link>
      <Button href={account.href} size="s" icon={account.known ? 'user' : undefined}>
        {account.text}
      </Button>
      <details className="menu">
        <summary className="icon-btn">
          <Icon name="menu" title="Menu" />
        </summary>
        <nav aria-label="Menu">
          {links.map(({ href, text }) => (
            <MarkCurrentLink key={href} href={href} prefetch={false}>
              {text}
            </MarkCurrentLink>
          ))}
        </nav>
      </details>
    </div>
  )
}
