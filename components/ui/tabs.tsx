import Link from 'next/link'

/** Views of one thing, each with an address of its own. */
export function Tabs({
  label,
  items,
}: {
  label: string
  items: { href: string; text: React.ReactNode; current?: boolean }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ href, text, current }) => (
        <Link key={href} href={href} prefetch={false} aria-current={current ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  )
}

/** The small, joined form, for a choice about the same content: what ink shows, grid or list. */
export function Segments({
  label,
  items,
}: {
  label: string
  items: { href: string; text: React.ReactNode; current?: boolean }[]
}) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map(({ href, text, current }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          scroll={false}
          aria-current={current ? 'true' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
