'use client'

import { useEffect, useRef } from 'react'
import { findNextCell } from './find-next-cell'

/**
 * Makes the tables of the case one tab stop that the arrow keys walk. Without script they stay tables of links.
 * The page may replace cells when a filter changes, so the stops are set again after every render.
 */
export function WalkCaseWithKeys() {
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const root = anchor.current?.closest<HTMLElement>('.case')
    if (!root) return
    const rows = [...root.querySelectorAll('.grid36 tbody tr')].map((row) => [...row.querySelectorAll('a')])
    for (const table of root.querySelectorAll('.grid36')) table.setAttribute('role', 'grid')
    let stop = rows[0]?.[0]
    for (const link of rows.flat()) link.tabIndex = link === stop ? 0 : -1

    const settle = (link: HTMLAnchorElement) => {
      if (stop) stop.tabIndex = -1
      stop = link
      link.tabIndex = 0
    }
    const placeOf = (link: HTMLAnchorElement) => {
      const row = rows.findIndex((links) => links.includes(link))
      return { row, column: rows[row]?.indexOf(link) ?? -1 }
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLAnchorElement && placeOf(target).row >= 0) settle(target)
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLAnchorElement) || event.altKey || event.metaKey) return
      const place = placeOf(event.target)
      if (place.row < 0) return
      const next = findNextCell(event.key, event.ctrlKey, place, rows.length, rows[0]?.length ?? 0)
      if (!next) return
      event.preventDefault()
      rows[next.row]?.[next.column]?.focus()
    }
    root.addEventListener('focusin', onFocus)
    root.addEventListener('keydown', onKey)
    return () => {
      root.removeEventListener('focusin', onFocus)
      root.removeEventListener('keydown', onKey)
    }
  })
  return <span ref={anchor} hidden />
}
