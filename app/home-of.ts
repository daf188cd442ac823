import type { SiteLink } from '@/components/site/site-links'
import type { Person } from '@/lib/access/actor'

/** Where a person's work begins, by role. */
const HOMES = [
  ['programme-officer', '/admin'],
  ['panel-chair', '/admin'],
  ['finance-officer', '/admin/deposits'],
  ['administrator', '/admin/people'],
  ['auditor', '/admin/audit'],
  ['reviewer', '/review'],
  ['custodian', '/custodian'],
  ['registrar', '/registrar'],
] as const

const PROGRAMME = { href: '/admin', text: 'Programme' }
const REVIEWS = { href: '/review', text: 'Your reviews' }
const SPONSORSHIP = { href: '/registrar', text: 'Your registrar' }
const CUSTODY = { href: '/custodian', text: 'Your shares' }
const APPLICATIONS = { href: '/portal', text: 'Your applications' }

/** The first page for this person: of the first role in the list above, else the applicant's portal. */
export function homeOf(person: Pick<Person, 'roles'>): string {
  return HOMES.find(([role]) => person.roles.includes(role))?.[1] ?? '/portal'
}

/** The parts of the portal this person works in, for the masthead. Who has no other part has the applicant's. */
export function placesOf({ roles, memberships }: Pick<Person, 'roles' | 'memberships'>): SiteLink[] {
  const held = new Set<string>(roles)
  const programme = roles.some((role) => role !== 'reviewer' && role !== 'registrar' && role !== 'custodian')
  const places = [
    ...(programme ? [PROGRAMME] : []),
    ...(held.has('reviewer') ? [REVIEWS] : []),
    ...(held.has('custodian') ? [CUSTODY] : []),
    ...(held.has('registrar') ? [SPONSORSHIP] : []),
  ]
  return places.length === 0 || memberships.length > 0 ? [...places, APPLICATIONS] : places
}
