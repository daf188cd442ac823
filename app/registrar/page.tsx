import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { SectionHead } from '@/components/ui/section-head'
import { ownAllocations } from '@/domain/allocations/queries'
import { ownSponsorships } from '@/domain/sponsorships/queries'
import { registrantsToChange } from '@/domain/transfers/at-registry'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { OwnNames } from './_parts/own-names'
import { OwnSponsorships } from './_parts/own-sponsorships'
import { RegistrantsToChange } from './_parts/registrants-to-change'

export const metadata: Metadata = { title: 'Your registrar' }

/** What applicants ask of the registrar this person acts for (R4.2), and the names it creates for them (R11). */
export default async function RegistrarPage() {
  const person = await requirePerson()
  const registrar = await ownSponsorships(person, undefined)
  const names = registrar && (await ownAllocations(person, undefined))
  const changes = names && (await registrantsToChange(person, undefined))
  if (!names || !changes) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-10">
      <header>
        <h1>{registrar.name}</h1>
        <p className="lede">
          IANA id {registrar.ianaId}, {registrar.status.toLowerCase()}. Applicants name a registrar that will
          create the name for them; you say whether you will, and once the name is theirs, you create it.
        </p>
        <p>
          <Link href="/registrar/qpi">Quality of your names</Link>
        </p>
      </header>
      <section className="stack" aria-labelledby="names">
        <SectionHead title="Names to create" id="names" />
        <OwnNames rows={names} zone={zone} accredited={registrar.status === 'Accredited'} />
      </section>
      <RegistrantsToChange rows={changes} zone={zone} />
      <section className="stack" aria-labelledby="asked">
        <SectionHead title="Applications that name you" id="asked" />
        <OwnSponsorships asked={registrar.asked} now={processNow()} zone={zone} />
      </section>
    </div>
  )
}
