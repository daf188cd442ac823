import { z } from 'zod'
import { qpiPromotions } from '@/db/schema/qpi'
import { Month } from '@/domain/qpi/model'
import { modelOf } from '@/domain/qpi-models/read-model'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { calendarDay } from '@/lib/time/calendar-day'
import { publishedLetters } from './letters'

const Day = calendarDay('Enter a day.')

/**
 * Publishes a promotion with its baseline, the month and the model that decide, by two people and before it opens (R15.4).
 * Nothing of it is changed afterwards; it opens and closes at midnight UTC. Refuses: promotion.no-model,
 * promotion.opens-too-soon.
 */
export const publishPromotion = operation('promotion.publish', {
  input: z
    .strictObject({
      name: z.string().trim().min(3, 'Name it.').max(120, 'Use at most 120 characters.'),
      baseline: z
        .string()
        .trim()
        .regex(/^\d{1,3}(\.\d{1,2})?$/, 'Enter points from 0 to 100, such as 62.5.')
        .transform((text) => Math.round(Number(text) * 100))
        .refine((hundredths) => hundredths <= 10_000, 'Enter points from 0 to 100.'),
      period: Month,
      opensOn: Day,
      closesOn: Day,
      terms: z
        .string()
        .trim()
        .min(10, 'Say in a sentence what it offers, and on what further terms.')
        .max(2000, 'Use at most 2,000 characters.'),
    })
    .refine(({ opensOn, closesOn }) => closesOn > opensOn, {
      message: 'It closes after it opens.',
      path: ['closesOn'],
    }),
  async subject(tx, { period }) {
    return { model: await modelOf(tx, period) }
  },
  check({ at, input, subject: { model } }) {
    if (!model) throw refuse('promotion.no-model', { month: input.period })
    if (opensAtOf(input) <= at)
      throw refuse('promotion.opens-too-soon', {}, { opensOn: 'Enter a day after today (UTC).' })
  },
  secondPerson(input, { model }) {
    return {
      object: 'promotion',
      summary: `Publish the promotion “${input.name}” with a baseline of ${input.baseline / 100} points`,
      typed: `${input.baseline / 100}`,
      changes: [
        { what: 'Baseline', before: '', after: `${input.baseline / 100} points` },
        { what: 'Scores of', before: '', after: `${input.period}, by the model ${model?.version}` },
        { what: 'Runs', before: '', after: `from ${input.opensOn} until ${input.closesOn}` },
        { what: 'Terms', before: '', after: input.terms },
      ],
      fingerprint: model?.version,
    }
  },
  async run({ tx, actor, approver, at, input, subject: { model } }) {
    if (actor.kind !== 'person' || !approver || !model) throw refuse('access.denied')
    const { name, baseline: baselineHundredths, period, terms } = input
    const promotion = {
      ...{ id: newId('prm', at), name, baselineHundredths, modelVersion: model.version, period, terms },
      ...{ opensAt: opensAtOf(input), closesAt: new Date(`${input.closesOn}T00:00:00Z`) },
    }
    await tx
      .insert(qpiPromotions)
      .values({ ...promotion, publishedBy: actor.userId, approvedBy: approver.userId, publishedAt: at })
    const opensAt = promotion.opensAt.toISOString()
    return {
      result: { promotionId: promotion.id },
      letters: await publishedLetters(tx, promotion, model.placeholder),
      audit: { object: promotion.id, facts: { baselineHundredths, period, model: model.version, opensAt } },
    }
  },
})

const opensAtOf = ({ opensOn }: { opensOn: string }) => new Date(`${opensOn}T00:00:00Z`)
