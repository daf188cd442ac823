import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { roundName } from '@/domain/rounds/round-name'
import { sealingOverview } from '@/domain/sealing/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Custodians } from './_parts/custodians'
import { describeKey } from './_parts/describe-key'

export const metadata: Metadata = { title: 'Sealed bids' }

/** Every sealed round with how far its key and its opening are, and who the custodians are. */
export default async function SealingPage() {
  const found = await sealingOverview(await requirePerson(), undefined)
  if (!found) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-10">
      <header>
        <h1>Sealed bids</h1>
        <p className="lede">
          Bids are sealed in the bidder’s browser to a key that nobody has whole: five custodians hold a share
          each, and three of them open all bids together once bidding is over.
        </p>
      </header>
      <section className="stack" aria-labelledby="rounds">
        <SectionHead title="Rounds" id="rounds" />
        {found.rounds.length === 0 ? (
          <EmptyState title="No sealed round yet">
            A round in a sealed format appears here as soon as it is drafted.
          </EmptyState>
        ) : (
          <TableFrame label="Sealed rounds">
            <table className="tbl cards">
              <caption className="sr-only">Sealed rounds</caption>
              <thead>
                <tr>
                  <th scope="col">Round</th>
                  <th scope="col">State</th>
                  <th scope="col">Bidding opens</th>
                  <th scope="col">Key</th>
                </tr>
              </thead>
              <tbody>
                {found.rounds.map((round) => (
                  <tr key={round.id}>
                    <td>
                      <Link href={`/admin/sealing/${round.id}`} prefetch={false}>
                        Phase {round.phase}, {roundName(round)}
                      </Link>
                    </td>
                    <td data-label="State">{roundStateWords[round.state]}</td>
                    <td data-label="Bidding opens">
                      <When at={round.biddingOpensAt} zone={zone} />
                    </td>
                    <td data-label="Key">{describeKey(round)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </section>
      <section className="stack" aria-labelledby="custodians">
        <SectionHead title="Custodians" id="custodians" />
        <Custodians custodians={found.custodians} zone={zone} />
      </section>
    </div>
  )
}
