import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { countries } from '@/domain/organisations/countries'
import { kindWords } from '@/domain/organisations/rules'
import { OwnerRows } from './owner-rows'

export type OrganisationValues = {
  legalName: string
  country: string
  kind: string
  registrationNumber: string
  address: string
  publicContact: string
  website: string
  beneficialOwners: { name: string; country: string; share: string }[]
}

/** The questions about an applicant (R4.1), empty or as they stand. */
export function OrganisationFields({ values }: { values?: OrganisationValues }) {
  const countryOptions = countries.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <TextInput
        name="legalName"
        label="Legal name"
        hint="As in your register of organisations."
        autoComplete="organization"
        defaultValue={values?.legalName}
      />
      <Select
        name="country"
        label="Country"
        blank="Choose a country"
        options={countryOptions}
        defaultValue={values?.country}
      />
      <Select
        name="kind"
        label="What it is"
        blank="Choose one"
        options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        defaultValue={values?.kind}
      />
      <TextInput
        name="registrationNumber"
        label="Registration number"
        optional
        short
        defaultValue={values?.registrationNumber}
      />
      <TextArea
        name="address"
        label="Address"
        rows={3}
        autoComplete="street-address"
        defaultValue={values?.address}
      />
      <TextInput
        name="publicContact"
        label="Public contact"
        hint="A mail address or telephone number that may be published if you are awarded a name."
        defaultValue={values?.publicContact}
      />
      <TextInput
        name="website"
        label="Website"
        optional
        type="url"
        inputMode="url"
        defaultValue={values?.website}
      />
      <OwnerRows owners={values?.beneficialOwners ?? []} countries={countryOptions} />
    </>
  )
}
