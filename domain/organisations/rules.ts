/** Kinds of applicants (R4.1) in words. */
export const kindWords = {
  charity: 'Charity',
  association: 'Association',
  foundation: 'Foundation',
  company: 'Company',
  'public-body': 'Public body',
  individual: 'Individual',
  other: 'Other',
} as const

export type OrganisationKind = keyof typeof kindWords

/** What people may do for an organisation (R4.1). */
export const memberWords = { owner: 'Owner', editor: 'Editor', bidder: 'Bidder' } as const

export const memberPurpose = {
  owner: 'Manages the organisation and its people, submits and withdraws applications.',
  editor: 'Writes applications.',
  bidder: 'Bids, and needs an authenticator app.',
} as const

export type MemberRole = keyof typeof memberWords
export const memberRoles = Object.keys(memberWords) as MemberRole[]

/** Rows offered for beneficial owners; more than this is asked for by mail. */
export const MOST_BENEFICIAL_OWNERS = 10
