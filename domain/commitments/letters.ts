import type { Reader } from '@/db/client'
import { ownersOf } from '@/domain/applications/letters'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import type { ReminderStage } from './lifecycle'
import type { Commitment, LockedBuildOut } from './lock-build-out'
import { lastMinuteOf } from './rules'

type Award = Pick<LockedBuildOut['award'], 'id' | 'label' | 'organisationId'>
type Message = { template: string; subject: string; text: string; effect?: string }

/** One letter to each owner of the registrant, with the page of the build-out below it. */
export async function lettersToOwners(db: Reader, award: Award, message: Message): Promise<Letter[]> {
  const owners = await ownersOf(db, award.organisationId)
  return owners.map(({ name, email }) => ({
    to: email,
    subject: message.subject,
    template: message.template,
    ...(message.effect && { effect: `${message.effect}:${email}` }),
    text: `Dear ${name},

${message.text}

${env.PORTAL_URL}/portal/build-out/${award.id}`,
  }))
}

type Compiled = { award: Award; agreeBy: Date; zone: string; count: number }

export function compiledLetters(db: Reader, { award, agreeBy, zone, count }: Compiled): Promise<Letter[]> {
  const promises = count === 1 ? '1 dated promise' : `${count} dated promises`
  return lettersToOwners(db, award, {
    template: 'build-out-compiled',
    effect: `build-out-compiled:${award.id}`,
    subject: `Your commitments for ${award.label}.org: please agree`,
    text: `The ${promises} of your branding plan for ${award.label}.org ${count === 1 ? 'is now a commitment' : 'are now commitments'}. Read them and agree before ${formatInstant(agreeBy, zone)}. Where your plan leaves something open, the programme may first propose a clearer wording; you see every difference from your plan.

If you do not agree by then, two officers may fix the commitments as they stand in your plan.`,
  })
}

/** The commitments changed, were agreed, fixed, or one of them moved: what happened, and why. */
export function changedLetters(
  db: Reader,
  award: Award,
  { what, commitment, reason }: { what: string; commitment?: Commitment; reason?: string },
): Promise<Letter[]> {
  const about = commitment ? `commitment ${commitment.number} for ` : ''
  return lettersToOwners(db, award, {
    template: 'build-out-changed',
    subject: `${what}: ${about}${award.label}.org`,
    text: [
      commitment ? `${what}: commitment ${commitment.number}, “${commitment.milestone}”.` : `${what}.`,
      ...(reason ? [reason] : []),
    ].join('\n\n'),
  })
}

const stageWords: Record<ReminderStage, string> = {
  '30-days': 'Due within 30 days',
  '7-days': 'Due within 7 days',
  '1-day': 'Due within a day',
  late: 'Overdue',
}

/** The name of a reminder: said once for this date and stage (R12.2). */
export function reminderEffect(
  { id, dueOn }: Pick<Commitment, 'id' | 'dueOn'>,
  stage: ReminderStage,
): string {
  return `commitment-reminder:${id}:${dueOn}:${stage}`
}

export function reminderLetters(
  db: Reader,
  { award, buildOut }: Pick<LockedBuildOut, 'award' | 'buildOut'>,
  commitment: Commitment,
  stage: ReminderStage,
): Promise<Letter[]> {
  const due = formatInstant(lastMinuteOf(commitment.dueAt), buildOut.zone)
  const next =
    stage === 'late'
      ? 'Submit the evidence now. A cure notice may follow; the page says what that means.'
      : 'Submit the evidence on the page below. If something stands in the way, write to the programme before the date.'
  return lettersToOwners(db, award, {
    template: 'commitment-reminder',
    effect: reminderEffect(commitment, stage),
    subject: `${stageWords[stage]}: commitment ${commitment.number} for ${award.label}.org`,
    text: `“${commitment.milestone}” ${stage === 'late' ? 'was' : 'is'} due by ${due}.

${next}`,
  })
}
