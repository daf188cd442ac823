import { eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { auctionFormats, phases, rounds } from '@/db/schema/rounds'
import { currentRules } from '@/domain/rules/current'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { defaultSettings } from './default-settings'
import { Id, LocalTimeInput, Name, Summary, Zone } from './input'
import { proposeTimetable } from './propose-timetable'
import { readInstant } from './read-timetable'

/**
 * Drafts a round in a phase: the next number, the standard settings of its format (R7.3) and rubric, and a timetable proposed from the
 * opening of applications; all to be changed before approval. Refuses with `round.timetable`.
 */
export const createRound = operation('round.create', {
  input: z.strictObject({
    phaseId: Id,
    name: Name,
    summary: Summary.default(''),
    format: z.enum(auctionFormats, { error: 'Choose the format.' }).default('open-ascending'),
    zone: Zone,
    applicationsOpenAt: LocalTimeInput,
  }),
  async subject(tx, { phaseId }) {
    const [phase] = await tx.select().from(phases).where(eq(phases.id, phaseId)).for('update')
    if (!phase) return undefined
    const [row] = await tx
      .select({ last: max(rounds.number) })
      .from(rounds)
      .where(eq(rounds.phaseId, phaseId))
    return { phase, number: (row?.last ?? 0) + 1 }
  },
  async run({ tx, at, input, subject: { phase, number } }) {
    const { applicationsOpenAt, ...basics } = input
    const opens = readInstant(applicationsOpenAt, input.zone)
    if (!(opens instanceof Date)) {
      const field = opens.field === 'zone' ? 'zone' : `applicationsOpenAt.${opens.field}`
      throw refuse('round.timetable', {}, { [field]: opens.message })
    }
    const roundId = newId('rnd', at)
    await tx.insert(rounds).values({
      id: roundId,
      number,
      ...basics,
      ...proposeTimetable(opens, applicationsOpenAt.local, input.zone),
      stateSince: at,
      createdAt: at,
      settings: defaultSettings(input.format),
      rulesVersion: currentRules.version,
    })
    return {
      result: { roundId, number },
      audit: { object: roundId, facts: { phase: phase.number, number, ...basics } },
    }
  },
})
