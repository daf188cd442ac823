import { DefinitionList } from '@/components/ui/definition-list'
import { countryName } from '@/domain/organisations/countries'
import { kindWords, type OrganisationKind } from '@/domain/organisations/rules'
import type { OrganisationValues } from '../../_parts/organisation-fields'

/** The organisation for those who act for it without owning it. */
export function Facts({ organisation }: { organisation: OrganisationValues }) {
  const owners = organisation.beneficialOwners.map(({ name }) => name).join(', ')
  return (
    <DefinitionList
      items={[
        { term: 'Legal name', value: organisation.legalName },
        { term: 'Country', value: countryName(organisation.country) ?? organisation.country },
        { term: 'What it is', value: kindWords[organisation.kind as OrganisationKind] },
        { term: 'Registration number', value: organisation.registrationNumber || 'None' },
        { term: 'Address', value: organisation.address },
        { term: 'Public contact', value: organisation.publicContact },
        { term: 'Website', value: organisation.website || 'None' },
        { term: 'Owners and people in control', value: owners || 'None' },
      ]}
    />
  )
}
