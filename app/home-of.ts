import type { Person } from '@/lib/access/actor'

/** Where a person's work begins. */
const HOMES = [
  ['programme-officer', '/admin'],
  ['panel-chair', '/admin'],
  ['finance-officer', '/admin/deposits'],
  ['administrator', '/admin/people'],
  ['auditor', '/admin/audit'],
  ['reviewer', '/review'],
  ['custodian', '/admin'],
  ['registrar', '/registrar'],
] as const

/** The first page for this person: of the first role in the list above, else the applicant's portal. */
export function homeOf(person: Pick<Person, 'roles'>): string {
  return HOMES.find(([role]) => person.roles.includes(role))?.[1] ?? '/portal'
}
