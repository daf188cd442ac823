'use client'

import { useEffect } from 'react'

/** Chooses the browser's own time zone in a select that still says UTC. Without JavaScript the person chooses. */
export function GuessZone({ field }: { field: string }) {
  useEffect(() => {
    const select = document.getElementById(field)
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!(select instanceof HTMLSelectElement) || select.value !== 'UTC') return
    if ([...select.options].some(({ value }) => value === zone)) select.value = zone
  }, [field])
  return null
}
