import Link from 'next/link'
import { RefreshLive } from '@/components/auction/refresh-live'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { spell } from '@/domain/labels/spell'
import { outcomeWords } from '@/domain/results/outcome-words'
import { showsPrice } from '@/domain/rounds/format-words'
import type { PublicLot, RoundInFull } from '@/domain/rounds/public-queries'

/** The names of the round: where each stands, its reserve, and its price while the format shows one. */
export function LotsTable({ round, zone }: { round: RoundInFull; zone: string }) {
  const priced =
    ['bidding', 'closed', 'final'].includes(round.stage) &&
    (round.state === 'final' || showsPrice(round.format))
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
          {round.state === 'bidding' && showsPrice(round.format) && (
            <p className="row justify-end pt-2">
              <RefreshLive topics={[`lots:${round.id}`, `round:${round.id}`]} />
            </p>
          )}
          <TableFrame label="Names of this round">
            <table className="tbl">
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
                      {round.state === 'final' ? 'Price' : 'Price now'}
                    </th>
                  )}
                  <th scope="col" className="n max-md:hidden">
                    Applications
                  </th>
                  {priced && (
                    <>
                      <th scope="col" className="n max-md:hidden">
                        Bids
                      </th>
                      <th scope="col" className="max-md:hidden md:pl-8">
                        {round.state === 'final' ? 'Outcome' : 'Closes'}
                      </th>
                    </>
                  )}
                </tr>
              </thead>
              <tbody>
                {round.lots.map((lot) => (
                  <LotRow key={lot.lotId} lot={lot} priced={priced} zone={zone} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </section>
  )
}

function LotRow({ lot, priced, zone }: { lot: PublicLot; priced: boolean; zone: string }) {
  return (
    <tr>
      <td>
        <span className="row flex-nowrap">
          <Sort label={lot.label} status={lot.status} size={34} href={`/labels/${lot.label}`} />
          <span className="soft whitespace-nowrap max-md:hidden">{spell(lot.label)}</span>
        </span>
      </td>
      <td>
        <Status status={lot.status} />
      </td>
      <td className="n">
        <Money minor={lot.reserveMinor} />
      </td>
      {priced && <td className="n">{lot.priceMinor === null ? '–' : <Money minor={lot.priceMinor} />}</td>}
      <td className="n max-md:hidden">{lot.applications ?? <span className="soft">after close</span>}</td>
      {priced && (
        <>
          <td className="n max-md:hidden">{lot.bids}</td>
          <td className="max-md:hidden md:pl-8">
            <LotEnd lot={lot} zone={zone} />
          </td>
        </>
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
  if (lot.lotState === 'open')
    return (
      <span className="row">
        {lot.closesAt && <When at={lot.closesAt} zone={zone} />}
        <Link href={`/room/${lot.lotId}`} prefetch={false}>
          Watch
        </Link>
      </span>
    )
  return <span className="soft">{lot.lotState === 'closed' ? 'Closed, not final yet' : 'Not open yet'}</span>
}
