import Link from 'next/link'

/**
 * Title left, one link or remark right, an ink rule beneath. `minor` is smaller, with a 1-pixel rule, for heads inside a
 * page's columns. `id` names the section for links and `aria-labelledby`.
 */
export function SectionHead({
  title,
  id,
  minor = false,
  link,
  children,
}: {
  title: React.ReactNode
  id?: string
  minor?: boolean
  link?: { href: string; text: string }
  children?: React.ReactNode
}) {
  return (
    <header className={minor ? 'section-head minor' : 'section-head'}>
      <h2 id={id}>{title}</h2>
      {link ? (
        <Link href={link.href} prefetch={false}>
          {link.text}
        </Link>
      ) : (
        children && <div className="muted">{children}</div>
      )}
    </header>
  )
}
