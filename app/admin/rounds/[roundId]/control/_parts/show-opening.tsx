'use client'

import { useLinkStatus } from 'next/link'
import { Icon } from '@/components/ui/icon'

/** Inside a link: covers its words while what it leads to is on its way, so that the click is answered at once. */
export function ShowOpening() {
  const { pending } = useLinkStatus()
  return (
    <span role="status">
      {pending && (
        <span className="absolute inset-0 grid place-items-center bg-face">
          <Icon name="loader-circle" size="s" className="turning" title="Opening" />
        </span>
      )}
    </span>
  )
}
