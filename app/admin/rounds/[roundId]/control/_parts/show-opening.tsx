'use client'

import { useLinkStatus } from 'next/link'
import { Icon } from '@/components/ui/icon'

/** Inside a link: says at once that what it leads to is on its way. It keeps its room, so that nothing moves. */
export function ShowOpening() {
  const { pending } = useLinkStatus()
  return (
    <span className={pending ? undefined : 'invisible'} role="status">
      <Icon name="loader-circle" size="s" className="turning" title={pending ? 'Opening' : undefined} />
    </span>
  )
}
