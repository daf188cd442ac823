import type { lots, RoundSettings, rounds } from '@/db/schema/rounds'
import type { RankingTerms, TieRule } from '@/engine/ranking'
import type { CommonTerms } from '@/engine/terms'
import type { Terms } from './lot-auction'

/** Someone registered on the lot, as the engine knows it: by paddle (R7.2), with the frozen score (R6.8). */
export type Registered = { paddle: number; depositMinor: bigint; score: number | null }

type Lot = Pick<typeof lots.$inferSelect, 'id' | 'reserveMinor' | 'opensAt' | 'closesAt'>
type Round = Pick<typeof rounds.$inferSelect, 'format' | 'settings' | 'biddingOpensAt' | 'biddingClosesAt'>

/** The terms a lot is opened under: the round's frozen format, settings and timetable (R3.5), by increasing paddle. */
export function lotTerms(lot: Lot, round: Round, registered: readonly Registered[]): Terms {
  const { format, settings } = round
  const common = commonTerms(lot, settings, registered)
  const opensAt = lot.opensAt ?? round.biddingOpensAt
  const closesAt = lot.closesAt ?? round.biddingClosesAt
  switch (format) {
    case 'open-ascending': {
      const { windowSeconds, extendSeconds, hardEnd } = settings.softClose
      const softClose = { windowSeconds, extendSeconds }
      const hardEndsAt = hardEnd === null ? null : new Date(hardEnd)
      return {
        format,
        ...common,
        increments: incrementsOf(settings),
        softClose,
        opensAt,
        closesAt,
        hardEndsAt,
      }
    }
    case 'ascending-clock':
      return { format, ...ranked(common, settings), schedule: { opensAt, ...clockOf(settings) } }
    default: {
      const quality =
        format === 'sealed-quality-weighted'
          ? { passHundredths: settings.passLineHundredths, cmaxBp: settings.qualityCoefficientMaxBp }
          : null
      return { format, ...ranked(common, settings), quality, opensAt, closesAt }
    }
  }
}

function commonTerms(lot: Lot, { runnerUp }: RoundSettings, registered: readonly Registered[]): CommonTerms {
  const bidders = registered
    .map(({ paddle, depositMinor, score }) => ({ id: String(paddle), depositMinor, scoreHundredths: score }))
    .sort((a, b) => Number(a.id) - Number(b.id))
  return { rulesVersion: 1, lot: lot.id, reserveMinor: lot.reserveMinor, runnerUp, bidders }
}

function ranked(common: CommonTerms, { ties }: RoundSettings): RankingTerms {
  const tieRule: TieRule = ties === 'draw' ? 'draw' : 'score-then-draw'
  return { ...common, tieRule }
}

/** The table of increments in cents. */
export function incrementsOf({ increments }: Pick<RoundSettings, 'increments'>) {
  return increments.map(({ fromMinor, stepMinor }) => ({
    fromMinor: BigInt(fromMinor),
    stepMinor: BigInt(stepMinor),
  }))
}

/** Approval makes sure that a clock has its settings. */
function clockOf(settings: RoundSettings) {
  if (!settings.clock) throw new Error('A round of the ascending clock has no settings of the clock.')
  const { roundMinutes, recessMinutes, stepsPerRound } = settings.clock
  return {
    roundSeconds: Math.round(roundMinutes * 60),
    recessSeconds: Math.round(recessMinutes * 60),
    stepsPerRound,
    increments: incrementsOf(settings),
  }
}
