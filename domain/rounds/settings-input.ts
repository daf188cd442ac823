import { z } from 'zod'
import { Cents, LocalTimeInput } from './input'

/**
 * The settings of a round as an officer enters them (R3.5). Amounts are whole US cents, weights basis points, pass line
 * and minimum hundredths. Each part can be changed by itself.
 */

function whole(least: number, most: number, message: string) {
  return z.number({ error: message }).int(message).min(least, message).max(most, message)
}

const Increments = z
  .array(z.strictObject({ fromMinor: Cents, stepMinor: Cents }))
  .min(1, 'Give at least one step.')
  .max(8, 'Give at most 8 steps.')
  .superRefine((rows, context) => {
    for (const [index, row] of rows.entries()) {
      const previous = rows[index - 1]
      const refuse = (field: 'fromMinor' | 'stepMinor', message: string) =>
        context.addIssue({ code: 'custom', path: [index, field], message })
      if (!previous && BigInt(row.fromMinor) !== 0n) refuse('fromMinor', 'The first row begins at 0.')
      if (previous && BigInt(row.fromMinor) <= BigInt(previous.fromMinor))
        refuse('fromMinor', 'Each row begins above the one before it.')
      if (BigInt(row.stepMinor) === 0n) refuse('stepMinor', 'A step is at least one cent.')
    }
  })

const Criterion = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,30}$/, 'Name the criterion with letters.'),
  name: z.string().trim().min(3, 'Name the criterion.').max(60, 'Keep the name to 60 characters.'),
  weightBp: whole(1, 10_000, 'Enter a weight above 0, up to 100 %.'),
  guidance: z
    .string()
    .trim()
    .min(10, 'Say in a sentence what is judged.')
    .max(400, 'Keep the guidance to 400 characters.'),
  anchors: z
    .array(
      z.string().trim().min(10, 'Write what this value means.').max(300, 'Keep an anchor to 300 characters.'),
    )
    .length(6, 'Write an anchor for each value from 0 to 5.'),
})

/** Always judged (R6.1); a round may add more. */
const ALWAYS = ['quality', 'creativity', 'launch']

const Rubric = z
  .array(Criterion)
  .max(8, 'Judge at most 8 criteria.')
  .superRefine((criteria, context) => {
    const ids = criteria.map((criterion) => criterion.id)
    if (ALWAYS.some((id) => !ids.includes(id)))
      context.addIssue({
        code: 'custom',
        message: 'Quality, creativity and timely launch are always judged (R6.1).',
      })
    if (new Set(ids).size !== ids.length)
      context.addIssue({ code: 'custom', message: 'Two criteria have the same name.' })
    const total = criteria.reduce((sum, criterion) => sum + criterion.weightBp, 0)
    if (total !== 10_000)
      context.addIssue({ code: 'custom', message: `The weights add up to ${total / 100} %, not to 100 %.` })
  })

/** Every part optional: what is absent stays as it is. `hardEnd` is a wall-clock time in the round's zone. */
export const SettingsInput = z
  .strictObject({
    defaultReserveMinor: Cents,
    increments: Increments,
    softClose: z.strictObject({
      windowSeconds: whole(0, 86_400, 'Enter whole minutes, at most a day.'),
      extendSeconds: whole(0, 86_400, 'Enter whole minutes, at most a day.'),
      hardEnd: LocalTimeInput.nullable(),
    }),
    rubric: Rubric,
    passLineHundredths: whole(0, 10_000, 'Enter a pass line from 0 to 100.'),
    criterionMinimumHundredths: whole(0, 500, 'Enter a minimum from 0 to 5.'),
    reviewersPerPlan: whole(1, 9, 'Enter a number from 1 to 9.'),
    calibration: whole(0, 2, 'Choose none, one or two calibration plans.'),
    qualityCoefficientMaxBp: whole(0, 10_000, 'Enter a bonus from 0 to 100 %.'),
    clock: z.strictObject({
      roundMinutes: whole(1, 1440, 'Enter whole minutes, at most a day.'),
      recessMinutes: whole(0, 1440, 'Enter whole minutes, at most a day.'),
      stepsPerRound: whole(1, 1000, 'Enter a number of steps from 1 to 1,000.'),
    }),
    runnerUp: z.enum(['own-exit', 'recompute'], { error: 'Choose the price of the next in order.' }),
    ties: z.enum(['draw', 'plan-score'], { error: 'Choose how ties are broken.' }),
    sealedSecret: z.enum(['published', 'auditor'], { error: 'Choose who gets the secret.' }),
    depositMultiple: whole(1, 100, 'Enter a number from 1 to 100.'),
    paymentBusinessDays: whole(1, 120, 'Enter a number of business days from 1 to 120.'),
    acceptanceBusinessDays: whole(1, 60, 'Enter a number of business days from 1 to 60.'),
    nextBusinessDays: whole(1, 60, 'Enter a number of business days from 1 to 60.'),
    allocation: z.strictObject({
      tokenDays: whole(1, 365, 'Enter whole days, from 1 to 365.'),
      premium: z.boolean({ error: 'Say yes or no.' }),
      createFeeMinor: Cents,
    }),
    publishBidderNames: z.boolean({ error: 'Say yes or no.' }),
    buildOut: z
      .array(z.string().trim().min(3, 'Name the step.').max(200, 'Keep a step to 200 characters.'))
      .min(1, 'Name at least one step.')
      .max(10, 'Name at most 10 steps.'),
  })
  .partial()

export type SettingsInput = z.output<typeof SettingsInput>
