'use client'

import { buttonClass } from '@/components/ui/button'

/** Opens the browser's own dialogue for printing. */
export function PrintButton() {
  return (
    <button type="button" className={`${buttonClass({})} scripted`} onClick={() => print()}>
      Print
    </button>
  )
}
