import { Notice } from '@/components/ui/notice'
import { SHARES } from '@/sealing/thresholds'
import { type Found, holdersLeft } from './found'

/** What it means that custodians are gone, in the words of the rule. */
export function LostShares({ found }: { found: Found }) {
  const left = holdersLeft(found)
  if (left === undefined || found.opening?.unlockedAt) return null
  if (left === SHARES)
    return (
      <p className="small soft">
        All five custodians are in office. One may be lost without harm: replace it after the round. With two
        lost, hold another ceremony before bidding is over; bidders then hand in again. With three lost
        nothing can be opened.
      </p>
    )
  if (left >= 4)
    return (
      <Notice tone="warn" title="One custodian of this key is no longer in office">
        Nothing has to be done now: four are left and three open the bids. Replace it before the next round’s
        ceremony.
      </Notice>
    )
  return (
    <Notice tone="bad" title={`Only ${left} custodians of this key are left`}>
      {left < 3
        ? 'The bids sealed to it can never be opened. '
        : 'Three can still open the bids; if one more is lost, nobody can. '}
      Hold another ceremony below while bidding is open. Once four custodians have proven the new key, bidders
      get a letter and hand in again.
    </Notice>
  )
}
