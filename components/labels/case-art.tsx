import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { type Status, statusWords } from './status-words'

/** One compartment. `span` is its side in squares; a wide one carries its word, and `foot` replaces that. */
export type CaseArtTile = {
  label: string
  status: Status
  href: string
  span?: 1 | 2 | 3
  foot?: React.ReactNode
}

/**
 * Names drawn as a case of type, 6 × 6 squares: tiles fill it in order, and the spans should add up to 36 squares.
 * At most one tile is live and large. Each is a link to its name, read out with its status.
 */
export function CaseArt({ tiles }: { tiles: CaseArtTile[] }) {
  return (
    <nav className="case-art" aria-label="Some of the names, drawn as a case of type">
      {tiles.map(({ label, status, href, span = 1, foot }) => (
        <Link
          key={label}
          className={span === 1 ? 'comp' : `comp b${span}`}
          data-status={status}
          href={href}
          prefetch={false}
          aria-label={`${label}.org, ${statusWords[status].word}`}
        >
          <bdi dir="ltr">{label}</bdi>
          {span > 1 && (
            <span className="comp-foot">
              {foot ?? (
                <>
                  <Icon name={statusWords[status].glyph} />
                  {status === 'open' ? 'Open' : statusWords[status].short}
                </>
              )}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
