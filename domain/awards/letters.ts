import type { Reader } from '@/db/client'
import { ownersOf } from '@/domain/applications/letters'
import { spell } from '@/domain/labels/spell'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import type { Award } from './lock-award'

/** What a letter about an award says. `effect` names what it announces, so that nobody gets it twice. */
type Words = { subject: string; template: string; effect: string; paragraphs: readonly string[] }

/** A letter about an award to every owner of its organisation; it ends with the way to the award. */
export async function awardLetters(
  db: Reader,
  award: Pick<Award, 'id' | 'organisationId'>,
  { subject, template, effect, paragraphs }: Words,
): Promise<Letter[]> {
  const owners = await ownersOf(db, award.organisationId)
  return owners.map(({ email, name }) => ({
    to: email,
    subject,
    template,
    effect: `${effect}:${award.id}:${email}`,
    text: [
      `Dear ${name},`,
      ...paragraphs,
      new URL(`/portal/awards/${award.id}`, env.PORTAL_URL).toString(),
    ].join('\n\n'),
  }))
}

/** `q7.org (letter q, digit 7)`: no name is taken for another in a letter (R17.2). */
export function nameInWords(label: string): string {
  return `${label}.org (${spell(label)})`
}
