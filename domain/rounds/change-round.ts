import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { lots, type RoundSettings, rounds } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Cents, Id, Name, Summary, TimetableInput } from './input'
import { lockRound, type Round } from './lock-round'
import { readInstant, readTimetable } from './read-timetable'
import { SettingsInput } from './settings-input'
import type { Timetable } from './timetable'

const ChangeInput = z.strictObject({
  roundId: Id,
  /** The version the officer was looking at. */
  version: z.number({ error: 'This is missing.' }).int('This is no version.'),
  name: Name.optional(),
  summary: Summary.optional(),
  timetable: TimetableInput.optional(),
  settings: SettingsInput.optional(),
  reserves: z
    .array(z.strictObject({ lotId: Id, reserveMinor: Cents }))
    .max(1332, 'There are not so many names.')
    .optional(),
})

/**
 * Changes parts of a round that is a draft (R3.5: nothing changes after approval).
 * Refuses with `round.frozen`, `thing.changed` when somebody else saved in between, `round.timetable`.
 */
export const changeRound = operation('round.change', {
  input: ChangeInput,
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  check({ input, subject: round }) {
    if (round.state !== 'draft') throw refuse('round.frozen')
    if (round.version !== input.version) throw refuse('thing.changed')
  },
  async run({ tx, input, subject: round }) {
    const { roundId, name, summary, timetable, settings, reserves } = input
    const zone = timetable?.zone ?? round.zone
    const version = round.version + 1
    await tx
      .update(rounds)
      .set({
        version,
        ...(name !== undefined && { name }),
        ...(summary !== undefined && { summary }),
        ...(timetable && { zone, ...orderedTimetable(timetable) }),
        ...(settings && { settings: mergeSettings(round.settings, settings, zone) }),
      })
      .where(eq(rounds.id, roundId))
    for (const reserve of reserves ?? []) await setReserve(tx, round, reserve)
    const { roundId: object, version: _seen, ...facts } = input
    return { result: { roundId, version }, audit: { object, facts } }
  },
})

function orderedTimetable(typed: z.output<typeof TimetableInput>): Timetable {
  const read = readTimetable(typed)
  if (read.ok) return read.timetable
  const fields = Object.entries(read.fields).map(([field, message]) => [`timetable.${field}`, message])
  throw refuse('round.timetable', {}, Object.fromEntries(fields))
}

/** What is not given stays. The hard end is kept as an instant, like the timetable. */
function mergeSettings(present: RoundSettings, changed: SettingsInput, zone: string): RoundSettings {
  const { softClose, ...others } = changed
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined))
  const merged: RoundSettings = { ...present, ...given }
  if (!softClose) return merged
  const hardEnd = softClose.hardEnd && readInstant(softClose.hardEnd, zone)
  if (hardEnd && !(hardEnd instanceof Date))
    throw refuse('round.timetable', {}, { [`settings.softClose.hardEnd.${hardEnd.field}`]: hardEnd.message })
  return { ...merged, softClose: { ...softClose, hardEnd: hardEnd?.toISOString() ?? null } }
}

async function setReserve(
  tx: Tx,
  round: Round,
  { lotId, reserveMinor }: { lotId: string; reserveMinor: string },
) {
  const changed = await tx
    .update(lots)
    .set({ reserveMinor: BigInt(reserveMinor) })
    .where(and(eq(lots.id, lotId), eq(lots.roundId, round.id)))
    .returning({ id: lots.id })
  if (changed.length === 0) throw refuse('thing.not-found')
}
