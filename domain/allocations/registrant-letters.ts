import type { Reader } from '@/db/client'
import { programmeOfficers } from '@/domain/roles/queries'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { applicantAddresses, registrarAddresses } from './addresses'
import type { AwardInHand } from './lock-award'

type Award = Pick<
  AwardInHand['award'],
  'id' | 'label' | 'applicationId' | 'organisationId' | 'registrarIanaId'
>

/** Asks the registrar to change the registrant of a name at the registry, after its transfer was approved (R12.3). */
export async function changeRegistrantLetters(
  db: Reader,
  award: Award,
  { transferId, from, to }: { transferId: string; from: string; to: string },
): Promise<Letter[]> {
  const name = `${award.label}.org`
  return (await registrarAddresses(db, award)).map((person) => ({
    to: person.email,
    subject: `Change the registrant of ${name}`,
    template: 'registrant-to-change',
    effect: `registrant-to-change:${transferId}:${person.email}`,
    text: `Dear ${person.name},

Two officers let ${name} pass from ${from} to ${to}. Please make ${to} its registrant at the registry. The exact command, with a place for the id of the new contact:

${env.PORTAL_URL}/registrar

The registry reports the change to us; there is nothing else to confirm.`,
  }))
}

/**
 * The registry has the new registrant, as it reported or as its public data say: the transfer is complete (R12.3). To the new
 * registrant, and to the officers.
 */
export async function recordedLetters(
  db: Reader,
  { award, holder, registrar }: AwardInHand,
  transferId: string,
  how: 'reported' | 'seen' = 'reported',
): Promise<Letter[]> {
  const name = `${award.label}.org`
  const of = (path: string) => (person: { name: string; email: string }) => ({
    to: person.email,
    subject: `${name}: the transfer is complete`,
    template: 'registrant-changed',
    effect: `registrant-changed:${transferId}:${person.email}`,
    text: `Dear ${person.name},

${how === 'seen' ? `The registry’s public data name ${holder} as the registrant of ${name}.` : `The registry reports that ${registrar.name} changed the registrant of ${name}.`} Its transfer to ${holder} is complete.

${env.PORTAL_URL}${path}`,
  })
  return [
    ...(await applicantAddresses(db, award)).map(of(`/portal/build-out/${award.id}`)),
    ...(await programmeOfficers(db)).map(of(`/admin/build-out/${award.id}`)),
  ]
}
