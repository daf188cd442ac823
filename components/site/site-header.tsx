import { Brand } from './brand'
import { HeaderEnd } from './header-end'
import { MarkCurrentLink } from './mark-current-link'
import { mainLinks } from './site-links'

/**
 * The public masthead. `now` is the server's instant (the clock carries on from it); `user` is who is signed in, whose
 * name leads to `accountHref`.
 */
export function SiteHeader({
  now,
  user,
  accountHref = '/portal',
}: {
  now: Date
  user?: { name: string }
  accountHref?: string
}) {
  const account = user
    ? { href: accountHref, text: user.name, known: true }
    : { href: '/sign-in', text: 'Sign in', known: false }
  return (
    <header className="mast">
      <div className="wrap">
        <Brand />
        <nav className="nav" aria-label="Main">
          {mainLinks.map(({ href, text }) => (
            <MarkCurrentLink key={href} href={href}>
              {text}
            </MarkCurrentLink>
          ))}
        </nav>
        <HeaderEnd now={now} links={mainLinks} account={account} />
      </div>
    </header>
  )
}
