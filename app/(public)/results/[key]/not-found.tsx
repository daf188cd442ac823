import { Button } from '@/components/ui/button'

/** No result under this name or lot: undecided, not final, or nothing at all look the same. */
export default function NoSuchResult() {
  return (
    <div className="wrap page">
      <div className="stack max-w-160">
        <h1>There is no result here</h1>
        <p className="soft">A result is published once its round is final.</p>
        <p className="row">
          <Button href="/results" variant="primary">
            See all results
          </Button>
          <Button href="/rounds">See the rounds</Button>
        </p>
      </div>
    </div>
  )
}
