import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { roundsWithDeposits } from '@/domain/deposits/queries'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Deposits' }

/** The rounds that deposits are kept for. */
export default async function DepositsPage() {
  const rounds = await roundsWithDeposits(await requirePerson(), {})
  if (!rounds) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <h1>Deposits</h1>
      {rounds.length === 0 ? (
        <EmptyState title="No round needs deposits yet">Approved rounds appear here.</EmptyState>
      ) : (
        <ul className="mt-6">
          {rounds.map((round) => (
            <li className="task" key={round.id}>
              <span>
                <Link href={`/admin/deposits/${round.id}`}>
                  Phase {round.phase}, round {round.number}: {round.name}
                </Link>
                <small>
                  Due <When at={round.depositDueAt} zone={zone} />
                </small>
              </span>
              <span className="task-state">{roundStateWords[round.state]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
