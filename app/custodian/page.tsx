import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { ownCustody } from '@/domain/sealing/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { HeldShare } from './_parts/held-share'
import { OwnKey } from './_parts/own-key'

export const metadata: Metadata = { title: 'Your shares' }

/** What a custodian has and has to do: its own key, and a share of each round’s key to prove and later to release. */
export default async function CustodianPage() {
  const found = await ownCustody(await requirePerson(), undefined)
  if (!found) notFound()
  const zone = await viewerZone()
  const { own, shares, demo } = found
  return (
    <div className="wrap page space-y-10">
      <header>
        <h1>Your shares</h1>
        <p className="lede">
          You keep one of five shares of the key to a round’s sealed bids. Before bidding you prove that you
          hold it; after bidding you release it. Your own key never leaves your computer.
        </p>
      </header>
      {demo && (
        <Notice title="This is the demo world: everybody may know your key">
          <p className="mono small break-all">{demo}</p>
          <CopyButton text={demo}>Copy the key</CopyButton>
        </Notice>
      )}
      <section className="stack" aria-labelledby="shares">
        <SectionHead title="Rounds" id="shares" />
        {shares.length === 0 && (
          <EmptyState title="No share yet" sorts={false}>
            You get a letter when a round’s key is published and a share of it is wrapped to your key.
          </EmptyState>
        )}
        {shares.map((share) => (
          <HeldShare key={share.keyId} share={share} zone={zone} />
        ))}
      </section>
      <section className="stack" aria-labelledby="own-key">
        <SectionHead title="Your own key" id="own-key" />
        <OwnKey own={own} zone={zone} />
      </section>
    </div>
  )
}
