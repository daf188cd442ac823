import { eq, like, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { confusionCases } from '@/db/schema/cases'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { addBusinessDays } from '@/lib/time/business-days'
import { officerLetters, receivedLetter } from './letters'
import { caseKey } from './links'
import { CASE_BUSINESS_DAYS, CASE_ZONE } from './rules'

/**
 * Confirms the address of a report, once: it becomes a case with a number and a deadline, and officers hear of it
 * (R13.1). Refuses: thing.not-found, token.invalid.
 */
export const confirmReport = operation('case.confirm', {
  input: z.strictObject({ token: z.string().max(100) }),
  async subject(tx, { token }) {
    const [row] = await tx
      .select()
      .from(confusionCases)
      .where(eq(confusionCases.confirmHash, sha256Hex(token)))
      .for('update')
    return row
  },
  check({ at, subject }) {
    if (subject.state !== 'unconfirmed' || at >= subject.confirmBy) throw refuse('token.invalid')
  },
  async run({ tx, at, subject }) {
    const number = await nextNumber(tx, at.getUTCFullYear())
    const dueAt = addBusinessDays(at, CASE_BUSINESS_DAYS, CASE_ZONE)
    const confirmed = { state: 'open', number, confirmedAt: at, dueAt } as const
    await tx.update(confusionCases).set(confirmed).where(eq(confusionCases.id, subject.id))
    const file = { ...subject, ...confirmed }
    return {
      result: { key: caseKey(file.id) },
      audit: { object: file.id, facts: { number, label: file.label, dueAt } },
      letters: [
        receivedLetter(file),
        ...(await officerLetters(tx, file, {
          about: `a report about ${file.label}.org`,
          text: `A report of confusing use of ${file.label}.org has come in.`,
          effect: `case-new:${file.id}`,
        })),
      ],
    }
  },
})

/** `CC-2026-0001`: one more than the last of the year. */
async function nextNumber(tx: Tx, year: number): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('case-numbers', 0))`)
  const [row] = await tx
    .select({ last: max(confusionCases.number) })
    .from(confusionCases)
    .where(like(confusionCases.number, `CC-${year}-%`))
  return `CC-${year}-${`${Number(row?.last?.slice(8) ?? 0) + 1}`.padStart(4, '0')}`
}
