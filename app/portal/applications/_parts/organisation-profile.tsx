import Link from 'next/link'
import { DefinitionList } from '@/components/ui/definition-list'
import type { sectionToWrite } from '@/domain/applications/queries'

type Organisation = NonNullable<Awaited<ReturnType<typeof sectionToWrite>>>['organisation']

/** The organisation's details as they would be frozen, with the way to change them. */
export function OrganisationProfile({ organisation, next }: { organisation: Organisation; next: string }) {
  const { legalName, country, kind, registrationNumber, address, publicContact } = organisation
  const shown = (text: string) => text || <span className="muted">Not provided</span>
  return (
    <div className="mb-6">
      <DefinitionList
        items={[
          { term: 'Legal name', value: legalName },
          { term: 'Country', value: country },
          { term: 'Kind', value: kind.replace('-', ' ') },
          { term: 'Registration number', value: shown(registrationNumber) },
          { term: 'Address', value: shown(address) },
          { term: 'Public contact', value: shown(publicContact) },
        ]}
      />
      <p className="small mt-2">
        <Link href={`/portal/organisations/${organisation.id}?next=${encodeURIComponent(next)}`}>
          Change these details
        </Link>
      </p>
    </div>
  )
}
