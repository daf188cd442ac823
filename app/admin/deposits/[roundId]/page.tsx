import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { depositsOfRound } from '@/domain/deposits/queries'
import { takesDeposits } from '@/domain/deposits/rules'
import { roundName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { DepositsTable } from '../_parts/deposits-table'
import { RecordDeposit } from '../_parts/record-deposit'
import { ReturnDeposits } from '../_parts/return-deposits'

type Props = { params: Promise<{ roundId: string }>; searchParams: Promise<{ asked?: string }> }

const load = cache(async (roundId: string) => {
  const person = await requirePerson()
  const page = await depositsOfRound(person, { roundId })
  if (!page) notFound()
  return { person, ...page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { phase, round } = await load((await params).roundId)
  return { title: `Deposits, phase ${phase}, round ${round.number}` }
}

/** What each applicant deposited in a round and may therefore bid; recording takes two people (R7.2, R16.3). */
export default async function RoundDepositsPage({ params, searchParams }: Props) {
  const { roundId } = await params
  const { person, round, phase, applicants, tellsIntended, due } = await load(roundId)
  const { asked } = await searchParams
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Deposits', href: '/admin/deposits' },
          { text: `Phase ${phase}, round ${round.number}` },
        ]}
      />
      <h1 className="mt-3">Deposits for {roundName(round)}</h1>
      <p className="lede">
        Due <When at={round.depositDueAt} zone={zone} />. The bidding limit is{' '}
        {round.settings.depositMultiple} times the deposit; from US$2,000,000.00 on there is none.
      </p>
      {asked && (
        <div className="mt-4" role="status">
          <Notice tone="good" title="A second person is asked">
            The entry counts once it is approved. <Link href="/admin/approvals">See what waits</Link>
          </Notice>
        </div>
      )}
      {applicants.length === 0 ? (
        <EmptyState title="No applicant yet">Applicants appear here once they have submitted.</EmptyState>
      ) : (
        <DepositsTable applicants={applicants} tellsIntended={tellsIntended} />
      )}
      {due.length > 0 && (
        <ReturnDeposits roundId={roundId} due={due} acts={may(person, 'deposit.return') === 'yes'} />
      )}
      {may(person, 'deposit.record') === 'yes' && applicants.length > 0 && (
        <section className="sec">
          <SectionHead minor title="Record a deposit" />
          {takesDeposits(round.state) ? (
            <RecordDeposit roundId={roundId} applicants={applicants} />
          ) : (
            <p className="mt-4">Deposits of this round are no longer recorded.</p>
          )}
        </section>
      )}
    </div>
  )
}
