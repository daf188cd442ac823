import type { AuctionFormat, RoundSettings } from '@/db/schema/rounds'
import { standardRubric } from './standard-rubric'

/** What a new round starts with (R3.5). An officer may change each until the round is approved. */
export function defaultSettings(format: AuctionFormat = 'open-ascending'): RoundSettings {
  return {
    defaultReserveMinor: '500000',
    increments: [
      { fromMinor: '0', stepMinor: '50000' },
      { fromMinor: '2500000', stepMinor: '100000' },
      { fromMinor: '10000000', stepMinor: '250000' },
    ],
    softClose: { windowSeconds: 600, extendSeconds: 600, hardEnd: null },
    rubric: standardRubric.map((criterion) => ({ ...criterion, anchors: [...criterion.anchors] })),
    passLineHundredths: 6000,
    criterionMinimumHundredths: 200,
    reviewersPerPlan: 3,
    qualityCoefficientMaxBp: format === 'sealed-quality-weighted' ? 2000 : 0,
    ...(format === 'ascending-clock' && {
      clock: { roundMinutes: 30, recessMinutes: 10, stepsPerRound: 5 },
    }),
    runnerUp: 'own-exit',
    ties: 'draw',
    depositMultiple: 10,
    outage: { gapSeconds: 30, withinMinutes: 15, extendMinutes: 15 },
    paymentBusinessDays: 20,
    acceptanceBusinessDays: 5,
    nextBusinessDays: 4,
    publishBidderNames: false,
    buildOut: [
      'Reminder',
      'Cure notice, 30 days',
      'Added conditions',
      'Transfer lock',
      'Revocation and return to the pool',
    ],
  }
}
