import Link from 'next/link'
import { Notice } from '@/components/ui/notice'
import { waitingRequests } from '@/domain/approvals/queries'
import type { Person } from '@/lib/access/actor'

/** Requests about one thing that wait for a second person, for those who may see them (R16.3). */
export async function WaitingRequests({ person, object }: { person: Person; object: string }) {
  const waiting = ((await waitingRequests(person, undefined)) ?? []).filter(
    (request) => request.object === object,
  )
  return waiting.map((request) => (
    <Notice key={request.id} tone="warn" title={request.summary}>
      <Link href={`/admin/approvals/${request.id}`} prefetch={false}>
        Waiting for a second person
      </Link>
    </Notice>
  ))
}
