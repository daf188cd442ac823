'use client'

import { useState } from 'react'

export type Pane = 'plan' | 'score'

const panes: { pane: Pane; text: string }[] = [
  { pane: 'plan', text: 'Plan' },
  { pane: 'score', text: 'Score' },
]

/**
 * Plan and sheet side by side; on narrow screens one of them, chosen by the links above, which work without JavaScript
 * too: `?pane=score`.
 */
export function SwitchPanes({ initial, children }: { initial: Pane; children: React.ReactNode }) {
  const [shown, setShown] = useState(initial)
  return (
    <>
      <nav className="tabs pane-tabs" aria-label="Show">
        {panes.map(({ pane, text }) => (
          <a
            key={pane}
            href={`?pane=${pane}`}
            aria-current={pane === shown ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault()
              setShown(pane)
              history.replaceState(null, '', `?pane=${pane}`)
            }}
          >
            {text}
          </a>
        ))}
      </nav>
      <div className="panes" data-pane={shown}>
        {children}
      </div>
    </>
  )
}
