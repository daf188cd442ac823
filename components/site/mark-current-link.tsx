'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/**
 * A link that says when the viewer is in its section (`aria-current`), which a layout cannot know: it outlives pages.
 * Inside a menu it also closes the menu. `exact`: its section is this one page.
 */
export function MarkCurrentLink({
  href,
  prefetch,
  exact = false,
  children,
}: {
  href: string
  prefetch?: false
  exact?: boolean
  children: React.ReactNode
}) {
  const path = usePathname()
  const current = path === href ? 'page' : !exact && path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Link
      href={href}
      prefetch={prefetch}
      aria-current={current}
      onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
    >
      {children}
    </Link>
  )
}
