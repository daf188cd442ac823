import { Button } from '@/components/ui/button'

/**
 * Unknown and foreign things look the same here, so that an address never tells what exists; and whoever asks reads the
 * same, so that nothing of theirs could make a difference.
 */
export function NothingHere() {
  return (
    <div className="wrap page">
      <div className="trouble stack max-w-160">
        <h1>There is nothing here for you</h1>
        <p className="soft">
          The address may be mistyped, or the page belongs to someone else. A link from us opens for the
          person it was sent to.
        </p>
        <p className="row">
          <Button href="/labels" variant="primary">
            Browse the catalogue
          </Button>
          <Button href="/account">Go to your account</Button>
        </p>
      </div>
    </div>
  )
}
