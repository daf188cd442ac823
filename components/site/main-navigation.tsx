import { MarkCurrentLink } from './mark-current-link'
import type { SiteLink } from './site-links'

/** The public sections and, set off from them, where whoever is signed in works. */
export function MainNavigation({ links, places = [] }: { links: SiteLink[]; places?: SiteLink[] }) {
  return (
    <nav className="nav" aria-label="Main">
      {links.map(({ href, text }) => (
        <MarkCurrentLink key={href} href={href}>
          {text}
        </MarkCurrentLink>
      ))}
      {places.length > 0 && (
        <span className="places">
          {places.map(({ href, text }) => (
            <MarkCurrentLink key={href} href={href} prefetch={false}>
              {text}
            </MarkCurrentLink>
          ))}
        </span>
      )}
    </nav>
  )
}
