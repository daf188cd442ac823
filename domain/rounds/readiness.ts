import type { AuctionFormat, Criterion, RoundSettings } from '@/db/schema/rounds'
import { checkTimetable, type Timetable } from './timetable'

/** What approval looks at (R3.3: timetable in order, lots released). */
export type Candidate = Timetable & {
  format: AuctionFormat
  settings: RoundSettings
  phasePublished: boolean
  lots: readonly { label: string; state: string; flagged: boolean; releaseStands: boolean }[]
}

/** `labels` are the names it is about, where it is about names. */
export type Requirement = { id: string; ok: boolean; sentence: string; labels: readonly string[] }

/**
 * The list an officer works off before a round can be approved; the same list that approval insists on.
 * @param at the instant of the decision
 */
export function checkReadiness(round: Candidate, at: Date): Requirement[] {
  const unfit = round.lots.filter((lot) => lot.state !== 'released' || lot.flagged || !lot.releaseStands)
  const disorder = checkTimetable(round)[0]
  const { hardEnd } = round.settings.softClose
  const missing = missingSetting(round)
  return [
    requirement('phase', round.phasePublished, 'The phase is published.', 'The phase is not published yet.'),
    requirement('lots', round.lots.length > 0, lotsSentence(round.lots.length), 'The round has no lot yet.'),
    requirement(
      'released',
      unfit.length === 0,
      'Every label is released and not flagged.',
      `${unfit.map((lot) => `${lot.label}.org ${whyUnfit(lot)}`).join('; ')}.`,
      unfit.map(({ label }) => label),
    ),
    requirement('timetable', !disorder, 'The timetable is in order.', disorder?.message ?? ''),
    requirement(
      'opening',
      round.applicationsOpenAt > at,
      'Applications open after the approval.',
      'Applications would open before the approval. Everyone must see the settings first.',
    ),
    requirement(
      'hard-end',
      hardEnd === null || new Date(hardEnd) >= round.biddingClosesAt,
      hardEnd === null
        ? 'The soft close has no hard end.'
        : 'The hard end is not before the close of bidding.',
      'The hard end of the soft close is before the close of bidding.',
    ),
    requirement('format', !missing, 'The format has its settings.', missing ?? ''),
    requirement(
      'rubric',
      weight(round.settings.rubric) === 10_000,
      'The weights of the criteria add up to 100 %.',
      'The weights of the criteria do not add up to 100 %.',
    ),
  ]
}

function requirement(
  id: string,
  ok: boolean,
  holds: string,
  fails: string,
  labels: readonly string[] = [],
): Requirement {
  return { id, ok, sentence: ok ? holds : fails, labels: ok ? [] : labels }
}

/** The one thing that keeps a name from being offered. */
function whyUnfit({ state, flagged, releaseStands }: Candidate['lots'][number]): string {
  if (state !== 'released') return `is ${state}, not released`
  if (flagged) return 'is flagged and waits for its review'
  return releaseStands ? 'can be offered' : 'was released anew: take it out and add it again'
}

/** What the format cannot be held without (R7.3, R7.6). */
function missingSetting({ format, settings }: Candidate): string | undefined {
  if (format === 'ascending-clock' && !settings.clock)
    return 'The clock has no length of its rounds and no rise of its prices yet.'
  if (format === 'sealed-quality-weighted' && settings.qualityCoefficientMaxBp === 0)
    return 'Quality counts for nothing yet: set the most that a plan can add to a bid.'
  return undefined
}

function lotsSentence(count: number): string {
  return count === 1 ? 'The round offers one name.' : `The round offers ${count} names.`
}

function weight(rubric: readonly Criterion[]): number {
  return rubric.reduce((sum, criterion) => sum + criterion.weightBp, 0)
}
