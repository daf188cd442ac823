import { Button } from '@/components/ui/button'

/** A number of no round, or of one that is not announced: the same answer. */
export default function NoSuchRound() {
  return (
    <div className="wrap page">
      <div className="stack max-w-160">
        <h1>There is no such round</h1>
        <p className="soft">A round appears here once it is announced, with its names, dates and settings.</p>
        <p>
          <Button href="/rounds" variant="primary">
            See the rounds
          </Button>
        </p>
      </div>
    </div>
  )
}
