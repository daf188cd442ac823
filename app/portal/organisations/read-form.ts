import { MOST_BENEFICIAL_OWNERS } from '@/domain/organisations/rules'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

/** The organisation in a form; rows of owners that were left empty are none. */
export function readOrganisation(form: FormData) {
  const rows = Array.from({ length: MOST_BENEFICIAL_OWNERS }, (_, row) => ({
    name: text(form, `beneficialOwners.${row}.name`),
    country: text(form, `beneficialOwners.${row}.country`),
    share: text(form, `beneficialOwners.${row}.share`),
  }))
  return {
    legalName: text(form, 'legalName'),
    country: text(form, 'country'),
    kind: text(form, 'kind'),
    registrationNumber: text(form, 'registrationNumber'),
    address: text(form, 'address'),
    publicContact: text(form, 'publicContact'),
    website: text(form, 'website'),
    beneficialOwners: rows.filter(({ name, country, share }) => name || country || share),
  }
}
