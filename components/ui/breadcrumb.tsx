import Link from 'next/link'
import { Icon } from './icon'

/** Where this page stands. The last item is the page itself and has no link. */
export function Breadcrumb({ items }: { items: { text: React.ReactNode; href?: string }[] }) {
  return (
    <nav className="crumb" aria-label="Breadcrumb">
      <ol>
        {items.map(({ text, href }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the trail is a fixed sequence
          <li key={index}>
            {href ? (
              <Link href={href} prefetch={false}>
                {text}
              </Link>
            ) : (
              <span aria-current="page">{text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One step back, above a question page. */
export function BackLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link className="back" href={href} prefetch={false}>
      <Icon name="arrow-left" size="s" className="rtl:-scale-x-100" />
      {children}
    </Link>
  )
}
