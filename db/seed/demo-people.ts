import type { PirRole } from '@/db/schema/people'

/**
 * The people of the demo world: all invented, one for every role and a few more where two or three must act together.
 * R4.3: whoever works for the programme is no member of an organisation.
 */
export type DemoPerson = {
  email: string
  name: string
  /** What the sign-in page says they do. */
  part: string
  roles?: readonly PirRole[]
  /** Acts for this registrar (IANA id). */
  registrarIanaId?: number
  /** Key of a demo organisation and what the person is there. */
  member?: { organisation: DemoOrganisation; roles: readonly ('owner' | 'editor' | 'bidder')[] }
}

/** The registrar that a demo person acts for: whatever the demo invents about a registrar stands under its name alone. */
export const demoRegistrar = { ianaId: 900_000, name: 'Example Registrar Hawthorn (fictional)' } as const

export const demoOrganisations = [
  { key: 'rivers', legalName: 'Example Rivers Trust (fictional)', country: 'GB', kind: 'charity' },
  { key: 'library', legalName: 'Example Open Library (fictional)', country: 'KE', kind: 'foundation' },
  { key: 'seeds', legalName: 'Example Seed Savers (fictional)', country: 'IN', kind: 'association' },
  { key: 'maps', legalName: 'Example Map Makers (fictional)', country: 'DE', kind: 'association' },
  { key: 'bicycles', legalName: 'Example Bicycle Kitchen (fictional)', country: 'NL', kind: 'association' },
  { key: 'choirs', legalName: 'Example Union of Choirs (fictional)', country: 'EE', kind: 'association' },
  { key: 'clinics', legalName: 'Example Travelling Clinics (fictional)', country: 'BR', kind: 'charity' },
  { key: 'lighthouse', legalName: 'Example Lighthouse Keepers (fictional)', country: 'CA', kind: 'charity' },
  { key: 'books', legalName: 'Borderless Books Example (fictional)', country: 'PT', kind: 'charity' },
  {
    key: 'hardware',
    legalName: 'Open Hardware Example e.V. (fictional)',
    country: 'DE',
    kind: 'association',
  },
  { key: 'cities', legalName: 'Sample City Libraries (fictional)', country: 'US', kind: 'public-body' },
  { key: 'fixture', legalName: 'Fixture Foundation (fictional)', country: 'CH', kind: 'foundation' },
  { key: 'radio', legalName: 'Example Radio Archive (fictional)', country: 'IE', kind: 'foundation' },
  { key: 'nightsky', legalName: 'Example Night Sky Society (fictional)', country: 'CL', kind: 'association' },
] as const

export type DemoOrganisation = (typeof demoOrganisations)[number]['key']

const everything = ['owner', 'editor', 'bidder'] as const
const owner = (email: string, name: string, organisation: DemoOrganisation): DemoPerson => ({
  email: `${email}@${organisation}.example`,
  name,
  part: 'Applicant and bidder',
  member: { organisation, roles: everything },
})
const staff = (email: string, name: string, role: PirRole, part: string): DemoPerson => ({
  email: `${email}@programme.example`,
  name,
  part,
  roles: [role],
})

const custodian = (email: string, name: string): DemoPerson =>
  staff(email, name, 'custodian', 'Custodian of sealed bids')

export const demoPeople: readonly DemoPerson[] = [
  owner('ada', 'Ada Rivers', 'rivers'),
  owner('kofi', 'Kofi Library', 'library'),
  owner('priya', 'Priya Seeds', 'seeds'),
  owner('jonas', 'Jonas Maps', 'maps'),
  owner('femke', 'Femke Bicycles', 'bicycles'),
  owner('liis', 'Liis Choirs', 'choirs'),
  owner('rafael', 'Rafael Clinics', 'clinics'),
  owner('maeve', 'Maeve Lighthouse', 'lighthouse'),
  {
    email: 'tom@rivers.example',
    name: 'Tom Rivers',
    part: 'Writes the plan, cannot submit',
    member: { organisation: 'rivers', roles: ['editor'] },
  },
  staff('dana', 'Dana Officer', 'programme-officer', 'Programme officer'),
  staff('miro', 'Miro Officer', 'programme-officer', 'Programme officer, the second person'),
  staff(
    'noor',
    'Noor Officer',
    'programme-officer',
    'Programme officer, to decide again what others decided',
  ),
  staff('chen', 'Chen Chair', 'panel-chair', 'Chair of the panel'),
  staff('rosa', 'Rosa Reviewer', 'reviewer', 'Reviewer'),
  staff('samir', 'Samir Reviewer', 'reviewer', 'Reviewer'),
  staff('wanjiru', 'Wanjiru Reviewer', 'reviewer', 'Reviewer'),
  staff('ines', 'Ines Reviewer', 'reviewer', 'Reviewer'),
  staff('fiona', 'Fiona Finance', 'finance-officer', 'Finance officer'),
  custodian('carl', 'Carl Custodian'),
  custodian('carmen', 'Carmen Custodian'),
  custodian('cyrus', 'Cyrus Custodian'),
  staff('audra', 'Audra Auditor', 'auditor', 'Auditor: reads everything, changes nothing'),
  staff('amina', 'Amina Administrator', 'administrator', 'Administrator of people'),
  {
    email: 'rene@registrar.example',
    name: 'René Registrar',
    part: 'Acts for a sponsoring registrar',
    registrarIanaId: demoRegistrar.ianaId,
  },
]

/** Further applicants and custodians of the story, whom nobody signs in as. */
export const backgroundPeople: readonly DemoPerson[] = [
  owner('nuno', 'Nuno Books', 'books'),
  owner('greta', 'Greta Hardware', 'hardware'),
  owner('casey', 'Casey Cities', 'cities'),
  owner('urs', 'Urs Fixture', 'fixture'),
  owner('aoife', 'Aoife Radio', 'radio'),
  owner('tomas', 'Tomas Nightsky', 'nightsky'),
  custodian('cleo', 'Cleo Custodian'),
  custodian('cosmo', 'Cosmo Custodian'),
]

/** They bid by themselves in the demo world, so that a newcomer finds an auction that moves. */
export const houseBots: readonly DemoOrganisation[] = ['radio', 'nightsky']
