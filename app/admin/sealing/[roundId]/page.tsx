import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { RefreshLive } from '@/components/auction/refresh-live'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { SectionHead } from '@/components/ui/section-head'
import { roundName } from '@/domain/rounds/round-name'
import { sealingOfRound } from '@/domain/sealing/queries'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { THRESHOLD } from '@/sealing/thresholds'
import { Ceremony } from './_parts/ceremony'
import { holdersLeft } from './_parts/found'
import { Keys } from './_parts/keys'
import { LostShares } from './_parts/lost-shares'
import { Opening } from './_parts/opening'

type Props = PageProps<'/admin/sealing/[roundId]'>

const read = cache(async (roundId: string) => sealingOfRound(await currentActor(), roundId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await read((await params).roundId)
  return { title: found ? `Sealed bids of round ${found.round.number}` : 'Sealed bids' }
}

/** The key of one sealed round, from the ceremony to the opening. */
export default async function SealedRoundPage({ params }: Props) {
  const { roles } = await requirePerson()
  const found = await read((await params).roundId)
  if (!found) notFound()
  const { round } = found
  const zone = await viewerZone()
  const acts = roles.includes('programme-officer')
  const isSafe = (holdersLeft(found) ?? 0) > THRESHOLD
  const before =
    !found.opening &&
    ['draft', 'approved', 'applications', 'review', 'qualified', 'bidding'].includes(round.state)
  return (
    <div className="wrap page space-y-10">
      <header>
        <Breadcrumb
          items={[{ text: 'Sealed bids', href: '/admin/sealing' }, { text: `Round ${round.number}` }]}
        />
        <div className="row between items-end">
          <h1 className="mt-2">
            Phase {round.phase}, {roundName(round)}
          </h1>
          <RefreshLive topics={[`round:${round.id}`]} />
        </div>
      </header>
      <section className="stack" aria-labelledby="opening">
        <SectionHead title="Opening" id="opening" />
        <Opening found={found} acts={acts} zone={zone} />
      </section>
      <section className="stack" aria-labelledby="keys">
        <SectionHead title="Key and shares" id="keys" />
        <Keys found={found} zone={zone} />
        <LostShares found={found} />
      </section>
      {acts && before && (
        <section className="stack" aria-labelledby="new-key">
          <SectionHead title={found.newest ? 'Another key' : 'Ceremony'} id="new-key" />
          {isSafe ? (
            <details>
              <summary>Hold another ceremony</summary>
              <div className="stack mt-4">
                <Ceremony found={found} />
              </div>
            </details>
          ) : (
            <Ceremony found={found} />
          )}
        </section>
      )}
    </div>
  )
}
