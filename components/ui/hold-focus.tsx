'use client'

import { useEffect, useRef } from 'react'

/**
 * A group that takes the focus when what had it inside went away, as a form does whose work is done: a keyboard goes
 * on from here and not from the top of the page. `of` is the step whose change may take it away.
 */
export function HoldFocus({ of, label, children }: { of: string; label: string; children: React.ReactNode }) {
  const group = useRef<HTMLDivElement>(null)
  const before = useRef(of)
  useEffect(() => {
    if (before.current !== of && document.activeElement === document.body) group.current?.focus()
    before.current = of
  }, [of])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; after the form there are none.
    <div ref={group} role="group" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  )
}
