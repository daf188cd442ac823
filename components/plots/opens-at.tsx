'use client'

import { useLayoutEffect, useRef } from 'react'

/**
 * A plot that is wider than a small screen, and opens with this part of its width in the middle instead of at its left
 * end. What of it is scrolled away is told in `--scrolled`, a part of its width as well, so that the names of lanes can
 * stay in sight. Without JavaScript it is scrolled by hand.
 * @param at between 0, the left end, and 1
 */
export function OpensAt({ at, ...rest }: { at: number } & React.ComponentProps<'section'>) {
  const frame = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const { current } = frame
    if (current) current.scrollLeft = at * current.scrollWidth - current.clientWidth / 2
  }, [at])
  const tell = ({ currentTarget }: React.UIEvent<HTMLElement>) => {
    const { scrollLeft, scrollWidth, style } = currentTarget
    style.setProperty('--scrolled', String(scrollLeft / scrollWidth))
  }
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
  return <section {...rest} ref={frame} tabIndex={0} onScroll={tell} />
}
