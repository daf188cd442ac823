import type { z } from 'zod'
import type { AuctionFormat } from '@/db/schema/rounds'
import { addLots } from '@/domain/rounds/add-lots'
import { approveRound } from '@/domain/rounds/approve-round'
import { changeRound } from '@/domain/rounds/change-round'
import { createRound } from '@/domain/rounds/create-round'
import { dryRunRound } from '@/domain/rounds/dry-run-round'
import type { SettingsInput } from '@/domain/rounds/settings-input'
import type { Timetable } from '@/domain/rounds/timetable'
import { toLocal } from '@/lib/time/to-local'
import { byTwo, done, type Story, type World, ZONE } from '../world'

export type RoundPlan = {
  name: string
  summary: string
  /** Default open ascending. */
  format?: AuctionFormat
  draftedAt: Date
  approvedAt: Date
  timetable: Timetable
  settings?: z.input<typeof SettingsInput>
  labels: readonly string[]
}

export type OpenedRound = {
  id: string
  timetable: Timetable
  sealed: boolean
  /** Lot ids by label. */
  lots: ReadonlyMap<string, string>
}

/** An officer drafts a round and dry-runs it, another approves it. */
export async function* openRound(world: World, phaseId: string, plan: RoundPlan): Story<OpenedRound> {
  yield plan.draftedAt
  const round = await draftRound(world, phaseId, plan)
  yield plan.approvedAt
  await done(dryRunRound(world.dana, { roundId: round.id }))
  await byTwo(approveRound(world.dana, { roundId: round.id }), world.miro)
  return round
}

/** The draft, with its timetable, settings and lots. */
export async function draftRound(
  { dana }: World,
  phaseId: string,
  { name, summary, format, timetable, settings, labels }: Omit<RoundPlan, 'draftedAt' | 'approvedAt'>,
): Promise<OpenedRound> {
  const typed = (at: Date) => ({ local: toLocal(at, ZONE), choose: 'later' as const })
  const { roundId } = await done(
    createRound(dana, {
      phaseId,
      name,
      summary,
      ...(format && { format }),
      zone: ZONE,
      applicationsOpenAt: typed(timetable.applicationsOpenAt),
    }),
  )
  const instants = Object.entries(timetable).map(([field, at]) => [field, typed(at)])
  await done(
    changeRound(dana, {
      roundId,
      version: 1,
      timetable: { zone: ZONE, ...Object.fromEntries(instants) },
      ...(settings && { settings }),
    }),
  )
  const { lots } = await done(addLots(dana, { roundId, labels: [...labels] }))
  return {
    id: roundId,
    timetable,
    sealed: format?.startsWith('sealed') ?? false,
    lots: new Map(lots.map(({ label, lotId }) => [label, lotId])),
  }
}
