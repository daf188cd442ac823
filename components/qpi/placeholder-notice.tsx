import Link from 'next/link'
import { Notice } from '@/components/ui/notice'

/** Stands on every screen that shows scores or weights which are not PIR’s own (R15.2). */
export function PlaceholderNotice({ version }: { version: string }) {
  return (
    <Notice tone="warn" title="These weights are placeholders">
      PIR’s own weights, floors, targets and gate are not public. The model <b>{version}</b> stands in for
      them until PIR publishes its own; nothing may be decided on it.{' '}
      <Link href="/qpi">How the index works</Link>
    </Notice>
  )
}
