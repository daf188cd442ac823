'use client'

import { usePathname } from 'next/navigation'
import { MarkCurrentLink } from './mark-current-link'

/** A section with its pages, one or more; a section of one page has no second row. */
type Section = { text: string; pages: readonly { href: string; text: string }[] }

/**
 * The sections as tabs and, below, the pages of the one that the viewer is in: sixteen tabs in a row are none that
 * anybody finds, least of all on a phone.
 */
export function SectionTabs({ sections }: { sections: readonly Section[] }) {
  const path = usePathname()
  const within = (href: string) => path === href || path.startsWith(`${href}/`)
  const current = sections.find(({ pages }) => pages.length > 1 && pages.some(({ href }) => within(href)))
  return (
    <>
      <nav className="tabs mt-2" aria-label="Sections">
        <MarkCurrentLink href="/admin" prefetch={false} exact>
          Overview
        </MarkCurrentLink>
        {sections.map(({ text, pages }) => (
          <MarkCurrentLink
            key={text}
            href={pages[0]!.href}
            also={pages.slice(1).map(({ href }) => href)}
            prefetch={false}
          >
            {text}
          </MarkCurrentLink>
        ))}
      </nav>
      {current && (
        <nav className="tabs small" aria-label={current.text}>
          {current.pages.map(({ href, text }) => (
            <MarkCurrentLink key={href} href={href} prefetch={false}>
              {text}
            </MarkCurrentLink>
          ))}
        </nav>
      )}
    </>
  )
}
