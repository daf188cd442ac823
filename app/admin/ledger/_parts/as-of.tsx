import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'

/** Chooses the instant that balances are shown for; a plain form, so that the address can be kept. */
export function AsOf({
  action,
  before,
  chosen,
  zone,
}: {
  action: string
  before: Date
  chosen: boolean
  zone: string
}) {
  return (
    <form action={action} className="row">
      <label className="row" htmlFor="before">
        <span className="small">Before, in UTC</span>
        <input
          className="in"
          id="before"
          name="before"
          type="datetime-local"
          defaultValue={chosen ? before.toISOString().slice(0, 16) : ''}
        />
      </label>
      <Button type="submit" size="s">
        Show
      </Button>
      <span className="small soft">
        {chosen ? 'Posted before ' : 'As of '}
        <When at={before} zone={zone} seconds />
      </span>
    </form>
  )
}
