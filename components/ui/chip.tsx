import Link from 'next/link'
import { type Status, statusWords } from '@/components/labels/status-words'
import { Icon } from './icon'

/**
 * A filter with its count: a link that adds or removes itself from the address. With `status` it carries the swatch and
 * is the legend as well.
 */
export function Chip({
  href,
  text,
  count,
  pressed = false,
  status,
}: {
  href: string
  text: string
  count?: number
  pressed?: boolean
  status?: Status
}) {
  return (
    <Link
      className="chip"
      href={href}
      prefetch={false}
      scroll={false}
      data-status={status}
      aria-current={pressed ? 'true' : undefined}
    >
      {status && (
        <span className="sw">
          <Icon name={statusWords[status].glyph} />
        </span>
      )}
      {text}
      {count !== undefined && <span className="n">{count.toLocaleString('en')}</span>}
    </Link>
  )
}
