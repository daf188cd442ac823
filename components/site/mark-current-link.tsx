'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/**
 * A link that says when the viewer is in its section (`aria-current`), which a layout cannot know: it outlives pages.
 * Inside a menu it also closes the menu. `exact`: its section is this one page. `also`: further pages of its section.
 */
export function MarkCurrentLink({
  href,
  prefetch,
  exact = false,
  also = [],
  children,
}: {
  href: string
  prefetch?: false
  exact?: boolean
  also?: readonly string[]
  children: React.ReactNode
}) {
  const path = usePathname()
  const within = [href, ...also].some((page) => path === page || path.startsWith(`${page}/`))
  const current = path === href ? 'page' : !exact && within ? 'true' : undefined
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
