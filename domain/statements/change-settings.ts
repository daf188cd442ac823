import { z } from 'zod'
import { recognitions, revenueBases, statementSettings } from '@/db/schema/statements'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lockStatements } from './lock-statements'
import { settingsWords } from './programme-revenue'
import { readSettings } from './read-settings'

const BASIS_POINTS = /^\d{1,2}(\.\d{1,2})?$/

/**
 * Changes how the Programme’s revenue enters statements from now on, by two people (R14.1). Statements frozen before keep
 * theirs. Refuses: statement.same-settings.
 */
export const changeSettings = operation('statement.change-settings', {
  input: z.strictObject({
    basis: z.enum(revenueBases, 'Choose gross or net.'),
    /** Per cent, such as 2.5; nothing for gross. */
    commission: z
      .string()
      .trim()
      .transform((text) => (text === '' ? '0' : text))
      .pipe(z.string().regex(BASIS_POINTS, 'Enter a percentage below 100, such as 2.5.'))
      .transform((text) => Math.round(Number(text) * 100)),
    recognition: z.enum(recognitions, 'Choose the day that counts.'),
    reason: z
      .string()
      .trim()
      .min(10, 'Say why in at least 10 characters.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async subject(tx) {
    await lockStatements(tx)
    return readSettings(tx)
  },
  check({ input, subject }) {
    if (input.basis === 'net' && input.commission === 0)
      throw refuse('input.invalid', {}, { commission: 'Enter the commission that net leaves out.' })
    const wanted = wantedOf(input, subject.version)
    if (settingsWords(wanted) === settingsWords(subject)) throw refuse('statement.same-settings')
  },
  secondPerson(input, subject) {
    return {
      object: 'statement-settings',
      summary: 'Change how the Programme’s revenue enters the statements',
      typed: `version ${subject.version + 1}`,
      reason: input.reason,
      changes: [
        {
          what: 'Programme revenue',
          before: settingsWords(subject),
          after: settingsWords(wantedOf(input, subject.version + 1)),
        },
      ],
      fingerprint: subject.version,
    }
  },
  async run({ tx, actor, at, input, subject }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const wanted = wantedOf(input, subject.version + 1)
    await tx
      .insert(statementSettings)
      .values({ ...wanted, reason: input.reason, changedBy: actor.userId, changedAt: at })
    return { result: { version: wanted.version }, audit: { object: 'statement-settings', facts: wanted } }
  },
})

type Wanted = { basis: 'gross' | 'net'; commission: number; recognition: 'payment' | 'award' }

function wantedOf({ basis, commission, recognition }: Wanted, version: number) {
  return { version, basis, commissionBp: basis === 'gross' ? 0 : commission, recognition }
}
