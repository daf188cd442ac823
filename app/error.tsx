'use client'

import { Button } from '@/components/ui/button'

/** Something failed while a page was made. The reference leads us to the log; nothing else is told. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <main id="main" className="wrap page">
      <div className="trouble stack max-w-160">
        <h1>We could not load this page</h1>
        <p className="soft">
          Nothing you sent before was lost. Try again; if you were sending something just now, look at its
          page first to see whether it arrived.
        </p>
        {reference && (
          <p className="small muted">
            Reference <span className="mono">{reference}</span>
          </p>
        )}
        <p className="row">
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <Button href="/help">Contact the programme</Button>
        </p>
      </div>
    </main>
  )
}
