import type { PublicResult } from '@/domain/results/public-queries'
import type { PublicLot, PublicRound } from '@/domain/rounds/public-queries'
import type { PublicAward } from './list-awards'

/** Given out by the Open Contracting Partnership; this one is a placeholder until the programme has its own. */
const OCID_PREFIX = 'ocds-shortnames'

type Told = {
  round: PublicRound
  lot: PublicLot
  /** From `final` on. */
  result?: PublicResult | undefined
  awards: readonly PublicAward[]
  bids: readonly {
    position: number
    at: Date | null
    paddle: number
    amountMinor: bigint | null
    fate: string
  }[]
  /** The instant of the last change that is told here. */
  date: Date
}

const PIR = { id: 'PIR', name: 'Public Interest Registry' }

/**
 * One lot as a release of the Open Contracting Data Standard 1.1 (R17.1). The standard is made for buying; here something is
 * sold, so the registry is procuring entity and payee, and the registrant supplier and payer. `docs/open-data.md` says
 * what is written where.
 */
export function describeRelease({ round, lot, result, awards, bids, date }: Told) {
  const { lotId, label } = lot
  const item = { id: label, description: `The domain name ${label}.org`, quantity: 1 }
  const named = awards.flatMap(({ registrant }) => (registrant === null ? [] : [registrant]))
  const paddles = [...new Set(bids.map(({ paddle }) => paddle))].sort((a, b) => a - b)
  return {
    ocid: `${OCID_PREFIX}-${lotId}`,
    id: `${lotId}-${date.getTime()}`,
    date,
    tag: ['tender', ...(result ? ['award'] : []), ...(awards.some(isContract) ? ['contract'] : [])],
    initiationType: 'tender',
    language: 'en',
    parties: [
      { ...PIR, roles: ['procuringEntity', 'payee'] },
      ...[...new Set(named)].map((name) => ({ id: supplierId(name), name, roles: ['supplier', 'payer'] })),
      ...paddles.map((paddle) => ({ ...partyOf(round, paddle), roles: ['tenderer'] })),
    ],
    tender: {
      id: lotId,
      title: `${label}.org`,
      description: `${round.name}, round ${round.number} of phase ${round.phase}`,
      status: tenderStatus(round, lot),
      procuringEntity: PIR,
      items: [item],
      minValue: money(lot.reserveMinor),
      procurementMethod: 'selective',
      procurementMethodDetails: `Auction among applicants whose branding plans qualified: ${round.format}`,
      awardCriteria: round.format === 'sealed-quality-weighted' ? 'ratedCriteria' : 'priceOnly',
      submissionMethod: ['electronicAuction'],
      enquiryPeriod: period(round.timetable.applicationsOpenAt, round.timetable.questionsCloseAt),
      tenderPeriod: period(round.timetable.applicationsOpenAt, round.timetable.applicationsCloseAt),
      awardPeriod: period(round.timetable.biddingOpensAt, round.timetable.resultsAt),
      ...(lot.bidders !== null && { numberOfTenderers: lot.bidders }),
    },
    ...(bids.length > 0 && {
      bids: {
        details: bids.map((bid) => ({
          id: `${lotId}-${bid.position}`,
          ...(bid.at && { date: bid.at }),
          status: bid.fate === 'counts' ? 'valid' : bid.fate === 'struck' ? 'disqualified' : 'withdrawn',
          tenderers: [partyOf(round, bid.paddle)],
          ...(bid.amountMinor !== null && { value: money(bid.amountMinor) }),
        })),
      },
    }),
    ...(awards.length > 0 && { awards: awards.map((award) => describeAward(award, item)) }),
    ...(awards.some(isContract) && { contracts: awards.filter(isContract).map(describeContract) }),
  }
}

function describeAward(award: PublicAward, item: object) {
  return {
    id: award.id,
    title: `${award.label}.org${award.rank === 0 ? '' : ', offered to the next in order after a default'}`,
    status: AWARD_STATUS[award.state],
    date: award.offeredAt,
    value: money(award.priceMinor),
    ...(award.registrant !== null && {
      suppliers: [{ id: supplierId(award.registrant), name: award.registrant }],
    }),
    items: [item],
  }
}

const AWARD_STATUS = {
  offered: 'pending',
  accepted: 'active',
  paid: 'active',
  allocated: 'active',
  declined: 'unsuccessful',
  defaulted: 'cancelled',
  revoked: 'cancelled',
} as const satisfies Record<PublicAward['state'], string>

/** From its acceptance on an award binds both. */
function isContract({ state }: PublicAward): boolean {
  return ['accepted', 'paid', 'allocated', 'revoked'].includes(state)
}

function describeContract({ id, state, priceMinor, label }: PublicAward) {
  const status = state === 'revoked' ? 'terminated' : state === 'accepted' ? 'pending' : 'active'
  return { id, awardID: id, title: `${label}.org`, status, value: money(priceMinor) }
}

function tenderStatus(round: PublicRound, lot: PublicLot): string {
  if (round.state === 'cancelled' || lot.lotState === 'cancelled') return 'cancelled'
  if (round.state === 'approved') return 'planned'
  if (lot.outcome === 'unsold' || lot.outcome === 'returned') return 'unsuccessful'
  return round.state === 'final' ? 'complete' : 'active'
}

function period(startDate: Date, endDate: Date) {
  return { startDate, endDate }
}

function partyOf(round: PublicRound, paddle: number) {
  return { id: `${round.slug}-paddle-${paddle}`, name: `Paddle ${paddle} of round ${round.slug}` }
}

function supplierId(name: string): string {
  return `registrant-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}

/** The standard writes amounts as numbers; cents are exact in one up to ninety trillion dollars. */
function money(minor: bigint) {
  return { amount: Number(minor) / 100, currency: 'USD' }
}
