import { z } from 'zod'
import { serviceFees } from '@/db/schema/statements'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { formatMoney, parseAmount } from '@/lib/money'
import { operation } from '@/lib/operation'
import { lockStatements } from './lock-statements'
import { readServiceFees } from './read-service-fees'

const Fee = z
  .string()
  .max(40, 'This is too long for an amount.')
  .transform((text, context) => {
    const amount = parseAmount(text)
    if (amount.ok) return amount.minor
    context.addIssue({ code: 'custom', message: amount.message })
    return z.NEVER
  })

/**
 * Records the highest fee charged in a year for an ordinary name, by two people: the cap of the next year rests on it
 * (R14.2). A year recorded before is changed. Refuses: input.invalid for a year to come, statement.nothing-new.
 */
export const recordServiceFee = operation('statement.record-service-fee', {
  input: z.strictObject({
    year: z
      .string()
      .regex(/^\d{4}$/, 'Enter the year with four digits.')
      .transform(Number)
      .pipe(z.int().min(2007, 'The caps begin with 2007.')),
    fee: Fee,
    source: z
      .string()
      .trim()
      .min(3, 'Say where the fee comes from, such as the price list.')
      .max(200, 'Use at most 200 characters.'),
  }),
  async subject(tx, { year }) {
    await lockStatements(tx)
    const known = (await readServiceFees(tx)).get(year)
    return { known }
  },
  check({ at, input, subject: { known } }) {
    if (input.year > at.getUTCFullYear())
      throw refuse('input.invalid', {}, { year: 'This year is still to come.' })
    if (known?.feeMinor === input.fee) throw refuse('statement.nothing-new')
  },
  secondPerson({ year, fee, source }, { known }) {
    return {
      object: `service-fee:${year}`,
      summary: `Record the highest fee charged in ${year}: ${formatMoney(fee)}`,
      typed: formatMoney(fee),
      reason: `Source: ${source}`,
      changes: [
        { what: `${year}`, before: known ? formatMoney(known.feeMinor) : '', after: formatMoney(fee) },
      ],
      fingerprint: known?.id ?? null,
    }
  },
  async run({ tx, actor, at, input: { year, fee, source } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.insert(serviceFees).values({
      id: newId('sfe', at),
      year,
      feeMinor: fee,
      source,
      recordedBy: actor.userId,
      recordedAt: at,
    })
    return { result: { year }, audit: { object: `service-fee:${year}`, facts: { year, feeMinor: `${fee}` } } }
  },
})
