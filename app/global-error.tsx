'use client'

import './globals.css'

/** Replaces the whole document when even the layout failed, so it brings its own page and the plain stylesheet. */
export default function GlobalError({ error }: { error: unknown }) {
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Short names in .ORG</title>
        <main id="main" className="wrap page">
          <div className="trouble stack max-w-160">
            <h1>Something went wrong on our side</h1>
            <p className="soft">Nothing you sent before was lost. Load the page again in a moment.</p>
            {reference && (
              <p className="small muted">
                Reference <span className="mono">{reference}</span>
              </p>
            )}
            <p>
              <a className="btn primary" href="/">
                To the start page
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>
  )
}
