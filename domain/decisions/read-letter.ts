import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'
import { effectBegins } from '@/domain/mail/effect-begins'

/**
 * The letter of decision as it was sent, the one to this address before that to another owner. What a reconsideration came
 * to is another letter. Whoever calls it has decided whose application this is.
 */
export async function readDecisionLetter(
  db: Reader,
  applicationId: string,
  email: string,
): Promise<{ subject: string; text: string; at: Date } | undefined> {
  const [letter] = await db
    .select({ subject: mailOutbox.subject, text: mailOutbox.text, at: mailOutbox.createdAt })
    .from(mailOutbox)
    .where(and(eq(mailOutbox.template, 'decision'), effectBegins(`decision:${applicationId}:`)))
    .orderBy(sql`${mailOutbox.to} <> ${email}`, asc(mailOutbox.id))
    .limit(1)
  return letter
}
