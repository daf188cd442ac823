import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { confusionCases } from '@/db/schema/cases'
import { unsent } from '@/domain/mail/unsent'
import type { Letter } from '@/lib/mail'
import { addBusinessDays } from '@/lib/time/business-days'
import { officerLetters, outgoingLetter, peopleOf } from './letters'
import type { Case, NumberedCase } from './lock-case'
import { isHeard, registrantOf } from './registrant-of'
import { CASE_ZONE, REMIND_BUSINESS_DAYS } from './rules'

/** What is to be said at an instant about a deadline: nothing yet, that it is near, or that it has passed. */
export function stageOf(deadline: Date, at: Date): 'soon' | 'late' | undefined {
  if (at >= deadline) return 'late'
  return at >= addBusinessDays(deadline, -REMIND_BUSINESS_DAYS, CASE_ZONE) ? 'soon' : undefined
}

/**
 * The letters that remind of an open case now and were not sent: officers of its deadline, near and passed; the
 * registrant of the time to answer, once, while there is some. Whoever got the letter of a stage is not among them, so
 * after downtime what was missed is sent once, and what was overtaken not at all.
 */
export async function dueReminders(db: Reader, file: NumberedCase, at: Date): Promise<Letter[]> {
  if (file.state !== 'open') return []
  return unsent(db, [...(await toOfficers(db, file, at)), ...(await toRegistrant(db, file, at))])
}

async function toOfficers(db: Reader, file: NumberedCase, at: Date): Promise<Letter[]> {
  const stage = stageOf(file.dueAt, at)
  if (!stage) return []
  return officerLetters(db, file, {
    about: stage === 'late' ? 'late' : 'due soon',
    text: `Case ${file.number} about ${file.label}.org ${stage === 'late' ? 'should be decided by now' : 'is to be decided soon'}.`,
    effect: `case-reminder:${file.id}:${stage}`,
  })
}

async function toRegistrant(db: Reader, file: NumberedCase, at: Date): Promise<Letter[]> {
  if (!file.answerBy || file.answeredAt || stageOf(file.answerBy, at) !== 'soon') return []
  const registrant = await registrantOf(db, file.label)
  if (!isHeard(file, registrant)) return []
  const people = await peopleOf(db, file, 'registrant', registrant.organisationId)
  const text = 'We have not heard from you yet.'
  return people.map((person) => outgoingLetter(file, { ...person, text, entryId: `reminder:${file.id}` }))
}

/** Dealt with in one turn; the rest comes with the next. */
const AT_ONCE = 100

/** The open cases in which somebody is to be reminded. */
export async function casesToRemind(db: Reader, at: Date): Promise<string[]> {
  const open = await db
    .select()
    .from(confusionCases)
    .where(and(eq(confusionCases.state, 'open')))
    .orderBy(asc(confusionCases.id))
  const ids: string[] = []
  for (const file of open)
    if (isNumbered(file) && (await dueReminders(db, file, at)).length > 0) ids.push(file.id)
  return ids.slice(0, AT_ONCE)
}

const isNumbered = (file: Case): file is NumberedCase => file.number !== null && file.dueAt !== null
