import type { Reader } from '@/db/client'
import { ownersOf } from '@/domain/applications/letters'
import { programmeOfficers } from '@/domain/roles/queries'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import { caseLink, registrantLink } from './links'
import type { Case, NumberedCase } from './lock-case'
import { actionWords, CASE_ZONE, findingWords } from './rules'

/** Asks the reporter to confirm the address. It repeats nothing of the report: anyone can enter anyone’s address. */
export function confirmLetter(
  report: Pick<Case, 'id' | 'label' | 'reporterEmail' | 'confirmBy'>,
  token: string,
): Letter {
  return {
    to: report.reporterEmail,
    subject: `Confirm your report about ${report.label}.org`,
    template: 'case-confirm',
    effect: `case-confirm:${report.id}`,
    text: `Somebody reported confusing use of ${report.label}.org and gave this address. If it was you, open this page and confirm:

${env.PORTAL_URL}/help/confusing-use/confirm/${token}

The link works until ${formatInstant(report.confirmBy, 'UTC')}. If it was not you, do nothing: the report is then not looked at.`,
  }
}

/** Number, deadline and link, to the reporter. */
export function receivedLetter(file: NumberedCase): Letter {
  return {
    to: file.reporterEmail,
    subject: `${file.number}: your report about ${file.label}.org`,
    template: 'case-received',
    effect: `case-received:${file.id}`,
    text: `Dear ${file.reporterName},

We received your report about ${file.label}.org as case ${file.number}. We decide by ${formatInstant(file.dueAt, CASE_ZONE)}; the registrant is heard before.

See how it stands, and write to us about it:
${caseLink(file.id)}

Who has this link can read the case as you do.`,
  }
}

function linkOf({ id }: NumberedCase, side: 'reporter' | 'registrant'): string {
  return side === 'reporter' ? caseLink(id) : registrantLink(id)
}

/** What an officer wrote, to one side. */
export function outgoingLetter(
  file: NumberedCase,
  {
    to,
    name,
    side,
    text,
    entryId,
  }: { to: string; name: string; side: 'reporter' | 'registrant'; text: string; entryId: string },
): Letter {
  const asked =
    side === 'registrant' && file.answerBy && !file.answeredAt
      ? `\n\nPlease answer before ${formatInstant(file.answerBy, CASE_ZONE)}; after that we decide without it.`
      : ''
  return {
    to,
    subject: `${file.number}: about ${file.label}.org`,
    template: 'case-letter',
    effect: `case-letter:${entryId}:${to}`,
    text: `Dear ${name},

About the use of ${file.label}.org, case ${file.number}:

${text}${asked}

Read the case and answer:
${linkOf(file, side)}`,
  }
}

/** The finding, to one side. */
export function findingLetter(
  file: NumberedCase & Pick<Case, 'finding' | 'action' | 'findingReason'>,
  { to, name, side }: { to: string; name: string; side: 'reporter' | 'registrant' },
): Letter {
  return {
    to,
    subject: `${file.number}: what we found about ${file.label}.org`,
    template: 'case-finding',
    effect: `case-finding:${file.id}:${to}`,
    text: `Dear ${name},

Case ${file.number}, the use of ${file.label}.org, is decided.

Finding: ${findingWords[file.finding!]}
What follows: ${actionWords[file.action!]}
Reason: ${file.findingReason}

${linkOf(file, side)}`,
  }
}

/** A word to those who work on the case: who has it, or every officer while nobody has. It says nothing of the content. */
export async function officerLetters(
  db: Reader,
  file: NumberedCase,
  { about, text, effect }: { about: string; text: string; effect: string },
): Promise<Letter[]> {
  return (await officersOf(db, file)).map(({ email, name }) => ({
    to: email,
    subject: `${file.number}: ${about}`,
    template: 'case-officer',
    effect: `${effect}:${email}`,
    text: `Dear ${name},

${text}

${env.PORTAL_URL}/admin/cases/${file.id}`,
  }))
}

async function officersOf(db: Reader, file: Case) {
  const officers = await programmeOfficers(db)
  const own = officers.filter(({ id }) => id === file.assignedTo)
  return own.length > 0 ? own : officers
}

/** To whom a letter to a side goes: the reporter, or the owners of the registrant. */
export async function peopleOf(
  db: Reader,
  file: Case,
  side: 'reporter' | 'registrant',
  organisationId: string | undefined,
) {
  if (side === 'reporter') return [{ to: file.reporterEmail, name: file.reporterName, side }]
  if (!organisationId) return []
  return (await ownersOf(db, organisationId)).map(({ email, name }) => ({ to: email, name, side }))
}
