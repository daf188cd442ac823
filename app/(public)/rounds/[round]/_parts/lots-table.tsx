import Link from 'next/link'
import { lotStatus } from '@/components/auction/describe-room'
import { RefreshLive } from '@/components/auction/refresh-live'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { spell } from '@/domain/labels/spell'
import { outcomeWords } from '@/domain/results/outcome-words'
import { showsBids, showsPrice } from '@/domain/rounds/format-words'
import type { PublicLot, RoundInFull } from '@/domain/rounds/public-queries'
import { formatRemaining } from '@/lib/time/format-remaining'

/** The names of the round: where each stands, its reserve, and its price while the format shows one. */
export function LotsTable({ round, zone }: { round: RoundInFull; zone: string }) {
  const begun = ['bidding', 'closed', 'final'].includes(round.stage)
  const clock = round.format === 'ascending-clock'
  const final = round.state === 'final'
  const priced =
    begun &&
    (final || showsPrice(round.format)) &&
    (final ? 'Price' : clock ? 'Round starts at' : 'Price now')
  const counted = begun && (round.state === 'final' || showsBids(round.format))
  const columns = { begun, priced, counted, remaining: begun && clock && !final }
  return (
    <section className="pt-8" aria-labelledby="names">
      <SectionHead
        title="Names"
        id="names"
        link={{ href: `/labels?round=${round.slug}`, text: 'In the catalogue' }}
      />
      {round.lots.length === 0 ? (
        <p className="soft pt-4">This round offers no names.</p>
      ) : (
        <>
          {(round.state === 'bidding' || round.state === 'suspended') && (
            <p className="row justify-end pt-2">
              <RefreshLive topics={[`lots:${round.id}`, `round:${round.id}`]} />
            </p>
          )}
          <TableFrame label="Names of this round">
            <table className="tbl cards">
              <caption className="sr-only">Names of round {round.number}</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Status</th>
                  <th scope="col" className="n">
                    Reserve
                  </th>
                  {priced && (
                    <th scope="col" className="n">
                      {priced}
                    </th>
                  )}
                  <th scope="col" className="n max-md:hidden">
                    Applications
                  </th>
                  {counted && (
                    <th scope="col" className="n max-md:hidden">
                      Bids
                    </th>
                  )}
                  {columns.remaining && (
                    <th scope="col" className="n">
                      Remaining
                    </th>
                  )}
                  {begun && (
                    <th scope="col" className="max-md:hidden md:pl-8">
                      {round.state === 'final' ? 'Outcome' : clock ? 'Round or recess ends' : 'Closes'}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {round.lots.map((lot) => (
                  <LotRow key={lot.lotId} lot={lot} columns={columns} zone={zone} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </section>
  )
}

type Columns = {
  begun: boolean
  /** What the price is called, where the format shows one. */
  priced: string | false
  counted: boolean
  /** Whether a clock is on, of which everyone may know how many are in. */
  remaining: boolean
}

function LotRow({ lot, columns, zone }: { lot: PublicLot; columns: Columns; zone: string }) {
  const { status, word } = lot.lotState === 'suspended' ? lotStatus.suspended : { status: lot.status }
  return (
    <tr>
      <td>
        <span className="row flex-nowrap">
          <Sort label={lot.label} status={status} size={34} href={`/labels/${lot.label}`} />
          <span className="soft whitespace-nowrap max-md:hidden">{spell(lot.label)}</span>
        </span>
      </td>
      <td>
        <Status status={status} word={word} />
      </td>
      <td className="n" data-label="Reserve">
        <Money minor={lot.reserveMinor} />
      </td>
      {columns.priced && (
        <td className="n" data-label={columns.priced}>
          {lot.priceMinor === null ? '–' : <Money minor={lot.priceMinor} />}
        </td>
      )}
      <td className="n max-md:hidden">{lot.applications ?? <span className="soft">after close</span>}</td>
      {columns.counted && <td className="n max-md:hidden">{lot.bids}</td>}
      {columns.remaining && (
        <td className="n" data-label="Remaining">
          {lot.clock ? `${lot.clock.remaining} in round ${lot.clock.round}` : '–'}
        </td>
      )}
      {columns.begun && (
        <td className="max-md:hidden md:pl-8">
          <LotEnd lot={lot} zone={zone} />
        </td>
      )}
    </tr>
  )
}

function LotEnd({ lot, zone }: { lot: PublicLot; zone: string }) {
  if (lot.outcome)
    return (
      <Link href={`/results/${lot.lotId}`} prefetch={false}>
        {outcomeWords[lot.outcome]}
      </Link>
    )
  if (lot.lotState === 'open' || lot.lotState === 'suspended')
    return (
      <span className="row">
        {lot.closesAt && <When at={lot.closesAt} zone={zone} />}
        {lot.heldMs !== null && <span className="num">Time kept, {formatRemaining(lot.heldMs)}</span>}
        <Link href={`/room/${lot.lotId}`} prefetch={false}>
          Watch
        </Link>
      </span>
    )
  return <span className="soft">{lot.lotState === 'closed' ? 'Closed, not final yet' : 'Not open yet'}</span>
}
