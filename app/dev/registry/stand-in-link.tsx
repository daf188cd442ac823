import Link from 'next/link'
import { hasStandIn } from '@/domain/allocations/stand-in-registry'

/** The way to the stand-in registry, where there is one. */
export function StandInLink() {
  if (!hasStandIn()) return null
  return (
    <p className="small">
      Demonstration: no command leaves this machine.{' '}
      <Link href="/dev/registry" prefetch={false}>
        Send it to the stand-in registry
      </Link>
      .
    </p>
  )
}
