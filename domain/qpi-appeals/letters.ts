import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registrars } from '@/db/schema/applications'
import { users } from '@/db/schema/people'
import { monthWords } from '@/domain/qpi/months'
import { registrarName } from '@/domain/qpi/registrar-name'
import { programmeOfficers } from '@/domain/roles/queries'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'

type Appeal = { appealId: string; ianaId: number; period: string; text: string; by: string }

/** An appeal came in: a copy to whoever made it, and a word to the officers, one of whom answers (R15.4). */
export async function receivedLetters(
  db: Reader,
  { appealId, ianaId, period, text, by }: Appeal,
): Promise<Letter[]> {
  const [registrar] = await db
    .select({ name: registrars.name })
    .from(registrars)
    .where(eq(registrars.ianaId, ianaId))
  const [author] = await db
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, by))
  const name = registrarName({ ianaId, name: registrar?.name ?? '' })
  const month = monthWords(period)
  const toOfficers = (await programmeOfficers(db)).map((officer) => ({
    to: officer.email,
    subject: `${name} appeals against its score of ${month}`,
    template: 'qpi-appeal-received',
    effect: `qpi-appeal-received:${appealId}:${officer.email}`,
    text: `Dear ${officer.name},

${name} holds its score of ${month} to be wrong:

${text}

Read it and answer:
${env.PORTAL_URL}/admin/qpi/registrars/${ianaId}`,
  }))
  if (!author) return toOfficers
  const receipt = {
    to: author.email,
    subject: `Received: your appeal against the score of ${month}`,
    template: 'qpi-appeal-receipt',
    effect: `qpi-appeal-receipt:${appealId}`,
    text: `Dear ${author.name},

We received your appeal against the score of ${name} in ${month}. You have a letter when it is answered.

What you wrote:

${text}

${env.PORTAL_URL}/registrar/qpi`,
  }
  return [receipt, ...toOfficers]
}
