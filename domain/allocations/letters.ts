import type { Reader } from '@/db/client'
import { programmeOfficers } from '@/domain/roles/queries'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import { type Addressee, applicantAddresses, registrarAddresses } from './addresses'
import type { AwardInHand } from './lock-award'

type Said = { subject: string; text: string; template: string; effect: string }

/** The same letter to several people, each once. */
function toEach(people: readonly Addressee[], { effect, text, ...said }: Said): Letter[] {
  return people.map(({ email, name }) => ({
    ...said,
    to: email,
    effect: `${effect}:${email}`,
    text: `Dear ${name},\n\n${text}`,
  }))
}

const ofRegistrar = (awardId: string) => `${env.PORTAL_URL}/registrar/allocations/${awardId}`
const ofOfficer = (awardId: string) => `${env.PORTAL_URL}/admin/allocations/${awardId}`
const ofApplicant = (awardId: string) => `${env.PORTAL_URL}/portal/awards/${awardId}/registrar`

/** Tells the registrar that it may create the name, and the applicant that it is the registrar's turn. */
export async function issuedLetters(
  db: Reader,
  { award, registrar, holder }: AwardInHand,
  token: { id: string; expiresAt: Date },
): Promise<Letter[]> {
  const name = `${award.label}.org`
  const until = formatInstant(token.expiresAt, 'UTC')
  return [
    ...toEach(await registrarAddresses(db, award), {
      subject: `Create ${name}: your allocation token is ready`,
      template: 'token-issued',
      effect: `token-issued:${token.id}`,
      text: `${name} was awarded to ${holder} and paid for. ${registrar.name} sponsors it, so you may create it now, once, until ${until}.

Sign in to see the exact command and to take over the token. It is shown once:
${ofRegistrar(award.id)}

If nobody of ${registrar.name} has an account yet, answer this letter: the programme invites a person by mail.`,
    }),
    ...toEach(await applicantAddresses(db, award), {
      subject: `${name} is paid; your registrar creates it now`,
      template: 'token-issued-applicant',
      effect: `token-issued:${token.id}:applicant`,
      text: `Your payment for ${name} is complete. ${registrar.name} may create the name for you until ${until}. You have nothing to do; a letter tells you when it is registered.

If your registrar does not act in time, you can name another one:
${ofApplicant(award.id)}`,
    }),
  ]
}

/** Tells officers and applicant that the registrar cannot create the name (R4.2). */
export async function blockedLetters(db: Reader, { award, registrar }: AwardInHand): Promise<Letter[]> {
  const name = `${award.label}.org`
  const why = `${registrar.name} (IANA id ${registrar.ianaId}) is not accredited at present, so it cannot create ${name}. No token is issued or shown.`
  const said = {
    subject: `${name} waits: its registrar is not accredited`,
    template: 'allocation-blocked',
    effect: blockedEffect(award.id, registrar.ianaId),
  }
  return [
    ...toEach(await applicantAddresses(db, award), {
      ...said,
      text: `${why} Name another accredited registrar; once it confirms, it creates the name. Your award is not in danger meanwhile.

${ofApplicant(award.id)}`,
    }),
    ...toEach(await programmeOfficers(db), {
      ...said,
      text: `${why} Its owners were asked to name another.\n\n${ofOfficer(award.id)}`,
    }),
  ]
}

/** Marks that it was told; also what the job asks for, so that it is told once. */
export const blockedEffect = (awardId: string, ianaId: number) => `allocation-blocked:${awardId}:${ianaId}`

/** Tells everyone that a token ran out unused. */
export async function expiredLetters(
  db: Reader,
  { award, registrar }: AwardInHand,
  tokenId: string,
): Promise<Letter[]> {
  const name = `${award.label}.org`
  const said = {
    subject: `The token for ${name} has expired`,
    template: 'token-expired',
    effect: `token-expired:${tokenId}`,
  }
  const why = `The allocation token with which ${registrar.name} was to create ${name} has expired unused.`
  return [
    ...toEach(await registrarAddresses(db, award), {
      ...said,
      text: `${why} You can ask for a new one:\n\n${ofRegistrar(award.id)}`,
    }),
    ...toEach(await applicantAddresses(db, award), {
      ...said,
      text: `${why} Your registrar can ask for a new one, or you name another registrar:\n\n${ofApplicant(award.id)}`,
    }),
    ...toEach(await programmeOfficers(db), { ...said, text: `${why}\n\n${ofOfficer(award.id)}` }),
  ]
}

/** Tells the registrar that its token does not work any more. */
export async function revokedLetters(
  db: Reader,
  { award }: AwardInHand,
  token: { id: string; registrarIanaId: number },
  reason: string,
): Promise<Letter[]> {
  const people = await registrarAddresses(db, { ...award, registrarIanaId: token.registrarIanaId })
  return toEach(people, {
    subject: `Your token for ${award.label}.org was revoked`,
    template: 'token-revoked',
    effect: `token-revoked:${token.id}`,
    text: `The allocation token for ${award.label}.org does not work any more. The reason: ${reason}`,
  })
}

/** Tells the registrar why the registry did not create the name. */
export async function failedLetters(
  db: Reader,
  { award }: AwardInHand,
  failed: { reportId: string; code: number | null; words: string },
): Promise<Letter[]> {
  return toEach(await registrarAddresses(db, award), {
    subject: `${award.label}.org was not created${failed.code ? `: EPP ${failed.code}` : ''}`,
    template: 'creation-failed',
    effect: `creation-failed:${failed.reportId}`,
    text: `${failed.words}\n\nYour token is not used up by this.\n\n${ofRegistrar(award.id)}`,
  })
}

/** Asks the officers to look. */
export async function alarmLetters(
  db: Reader,
  alarm: { effect: string; name: string; what: string; awardId: string | null },
): Promise<Letter[]> {
  return toEach(await programmeOfficers(db), {
    subject: `Look at ${alarm.name}: ${alarm.what}`,
    template: 'allocation-alarm',
    effect: alarm.effect,
    text: `${alarm.what}. Nothing was changed by it.

${alarm.awardId ? ofOfficer(alarm.awardId) : `${env.PORTAL_URL}/admin/allocations`}`,
  })
}

/** Tells registrant and registrar that the name is allocated. */
export async function allocatedLetters(db: Reader, { award, registrar }: AwardInHand): Promise<Letter[]> {
  const name = `${award.label}.org`
  const said = {
    subject: `${name} is allocated`,
    template: 'allocated',
    effect: `allocated:${award.id}`,
  }
  return [
    ...toEach(await applicantAddresses(db, award), {
      ...said,
      text: `${name} is registered through ${registrar.name}, as the registry confirms. It is allocated to you.

What you promised in your plan is due from now on; its dates stand with your award:
${env.PORTAL_URL}/portal/awards/${award.id}`,
    }),
    ...toEach(await registrarAddresses(db, award), {
      ...said,
      text: `The registry confirms that ${name} is registered through you. There is nothing left to do.

The name may not be moved to another registrant before the obligations of its plan are closed (R12.3).`,
    }),
  ]
}
