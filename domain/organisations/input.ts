import { z } from 'zod'
import { countryName } from './countries'
import { kindWords, MOST_BENEFICIAL_OWNERS, type OrganisationKind } from './rules'

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Leave control characters out.')

const Country = z
  .string()
  .refine((code) => countryName(code) !== undefined, 'Choose a country from the list.')

const BeneficialOwner = z.strictObject({
  name: line(200).min(1, 'Enter the name of this owner.'),
  country: Country,
  share: line(60),
})

/** An applicant (R4.1): the organisation that would hold the name. */
export const OrganisationInput = z.strictObject({
  legalName: line(200).min(2, 'Enter the legal name as in your register.'),
  country: Country,
  kind: z.enum(Object.keys(kindWords) as [OrganisationKind, ...OrganisationKind[]], 'Choose what it is.'),
  registrationNumber: line(80),
  address: z
    .string()
    .trim()
    .min(5, 'Enter the address.')
    .max(500, 'Use at most 500 characters.')
    .regex(/^[^\p{Cs}]*$/u, 'Leave control characters out.'),
  publicContact: line(200).min(3, 'Enter an address or number that may be published.'),
  website: line(200).refine(
    (text) => text === '' || isWebAddress(text),
    'Enter an address that begins with https://.',
  ),
  beneficialOwners: z
    .array(BeneficialOwner)
    .max(MOST_BENEFICIAL_OWNERS, `Enter at most ${MOST_BENEFICIAL_OWNERS} owners.`),
})

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
