import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { mailOutbox } from '@/db/schema/system'
import { operation } from '@/lib/operation'
import { carryLetter, route } from './carry-letter'
import { withoutTokens } from './without-tokens'

/** Tries before a letter is left for a person to look at. */
export const MOST_TRIES = 10

/**
 * Sends one letter of the outbox and marks it sent. A failure is noted on the letter and is no refusal: the job tries
 * again later. Once a mail server has it, its one-time link is taken out of what is kept; the development mailbox is the
 * letter's only reader and keeps it. A letter being sent by another worker does not exist for this one.
 */
export const sendLetter = operation('mail.send', {
  input: z.strictObject({ mailId: z.string().max(60) }),
  async subject(tx, { mailId }) {
    const [letter] = await tx
      .select()
      .from(mailOutbox)
      .where(and(eq(mailOutbox.id, mailId), isNull(mailOutbox.sentAt), eq(mailOutbox.delivery, 'at-once')))
      .for('update', { skipLocked: true })
    return letter
  },
  async run({ tx, at, subject: letter }) {
    const failure = await carryLetter(letter).then(
      () => undefined,
      (error: Error) => error.message.slice(0, 500),
    )
    await tx
      .update(mailOutbox)
      .set({
        attempts: letter.attempts + 1,
        lastError: failure ?? null,
        sentAt: failure === undefined ? at : null,
        ...(failure === undefined && route() === 'smtp' && { text: withoutTokens(letter.text) }),
      })
      .where(eq(mailOutbox.id, letter.id))
    const sent = failure === undefined
    return { result: { sent }, audit: { object: letter.id, facts: { sent, template: letter.template } } }
  },
})
