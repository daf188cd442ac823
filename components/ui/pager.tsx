import { Button } from './button'

/** Pages of a long list. `page` counts from 1; `href` makes the address of a page; nothing is shown for a single page. */
export function Pager({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  if (pages <= 1) return null
  return (
    <nav className="row between mt-4" aria-label="Pages">
      {page > 1 ? (
        <Button href={href(page - 1)} size="s">
          Previous
        </Button>
      ) : (
        <span />
      )}
      <span className="small muted num">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Button href={href(page + 1)} size="s">
          Next
        </Button>
      ) : (
        <span />
      )}
    </nav>
  )
}
