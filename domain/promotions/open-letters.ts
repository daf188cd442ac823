import type { Reader } from '@/db/client'
import type { qpiScores } from '@/db/schema/qpi'
import { statusWords } from '@/domain/qpi/kpi-words'
import { monthWords } from '@/domain/qpi/months'
import { PLACEHOLDER_WORDS } from '@/domain/qpi-scores/letters'
import { everyoneActing } from '@/domain/registrars/people-acting'
import { programmeOfficers } from '@/domain/roles/queries'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { sayCount } from '@/lib/say-count'
import type { Promotion } from './letters'
import { isAtBaseline } from './read-standings'

type Scores = readonly Pick<typeof qpiScores.$inferSelect, 'ianaId' | 'status' | 'score'>[]

/** A promotion opened: each registrar is told whether it is pre-qualified, officers that the list stands (R15.4). */
export async function openLetters(
  db: Reader,
  promotion: Promotion,
  { scores, placeholder }: { scores: Scores; placeholder: boolean },
): Promise<Letter[]> {
  const { id, name, baselineHundredths } = promotion
  const of = new Map(scores.map((score) => [score.ianaId, score]))
  const count = scores.filter(({ score }) => isAtBaseline(score, baselineHundredths)).length
  const letter = (
    person: { name: string; email: string },
    part: string,
    words: string,
    path: string,
  ): Letter => ({
    to: person.email,
    subject: `${name} is open`,
    template: 'promotion-open',
    effect: `promotion-open:${id}:${part}:${person.email}`,
    text: [
      `Dear ${person.name},`,
      words,
      ...(placeholder ? [PLACEHOLDER_WORDS] : []),
      `${env.PORTAL_URL}${path}`,
    ].join('\n\n'),
  })
  const registrars = (await everyoneActing(db)).map((person) =>
    letter(
      person,
      String(person.ianaId),
      `${name} is open. ${person.registrar} ${standingWords(of.get(person.ianaId), promotion)}`,
      '/registrar/qpi',
    ),
  )
  const officers = (await programmeOfficers(db)).map((person) =>
    letter(
      person,
      'officer',
      `${name} is open, and its list stands: ${sayCount(count, ['registrar is', 'registrars are'])} pre-qualified.`,
      `/admin/qpi/promotions/${id}`,
    ),
  )
  return [...registrars, ...officers]
}

function standingWords(own: Scores[number] | undefined, { baselineHundredths, period }: Promotion): string {
  const month = monthWords(period)
  if (!own) return `has no figures in ${month}, so it is not pre-qualified.`
  if (own.score === null)
    return `has no score in ${month} (${statusWords[own.status].toLowerCase()}), so it is not pre-qualified.`
  const points = `${own.score.toFixed(2)} points in ${month}`
  const baseline = (baselineHundredths / 100).toFixed(2)
  return isAtBaseline(own.score, baselineHundredths)
    ? `is pre-qualified: it has ${points}, and the baseline is ${baseline}.`
    : `is not pre-qualified: it has ${points}, and the baseline is ${baseline}.`
}
