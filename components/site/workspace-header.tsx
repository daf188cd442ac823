import { Brand } from './brand'
import { HeaderEnd } from './header-end'
import { MarkCurrentLink } from './mark-current-link'
import { mainLinks, type SiteLink } from './site-links'

/**
 * The 56-pixel masthead of places people work in: portal, room, review, control. `links` are the sections of that
 * place; without them it leads back to the public side. Such pages have no footer.
 */
export function WorkspaceHeader({
  now,
  user,
  links = mainLinks,
  accountHref = '/portal/account',
}: {
  now: Date
  user: { name: string }
  links?: SiteLink[]
  accountHref?: string
}) {
  return (
    <header className="work-head">
      <div className="wrap">
        <Brand />
        <nav className="nav" aria-label="Main">
          {links.map(({ href, text }) => (
            <MarkCurrentLink key={href} href={href} prefetch={false}>
              {text}
            </MarkCurrentLink>
          ))}
        </nav>
        <HeaderEnd now={now} links={links} account={{ href: accountHref, text: user.name, known: true }} />
      </div>
    </header>
  )
}
