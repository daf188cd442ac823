import { Money } from '@/components/money/money'
import { SectionHead } from '@/components/ui/section-head'
import { Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { ResultInFull } from '@/domain/results/public-queries'

type Bidder = ResultInFull['standing'][number]

/** What the amount of a standing is, and what is to be said of the winner's. */
const AMOUNTS = {
  path: { column: 'Highest bid, US$', winner: 'The winner stands at the price it pays.' },
  sealed: { column: 'Sealed bid, US$', winner: 'The winner stands at its bid.' },
  clock: {
    column: 'Stayed to, US$',
    winner: 'The winner stands at the most it had bid, the others at the price at which they left.',
  },
}

/** Everyone who could bid, by paddle, with the amount each stands at: in the open ascending format the winner at its price. */
export function Bidders({ result }: { result: ResultInFull }) {
  const { standing, namesPublished, sealed, clock } = result
  const voided = new Set(result.voids.map(({ paddle }) => paddle))
  const amounts = AMOUNTS[sealed ? 'sealed' : clock ? 'clock' : 'path']
  return (
    <section aria-labelledby="bidders">
      <SectionHead title="Bidders" id="bidders" minor />
      {standing.length === 0 ? (
        <p className="soft pt-4">Nobody qualified for this name.</p>
      ) : (
        <TableFrame label="Bidders">
          <table className="tbl">
            <caption className="sr-only">Bidders in the order of the standing</caption>
            <thead>
              <tr>
                <th scope="col">Paddle</th>
                {namesPublished && <th scope="col">Name</th>}
                <th scope="col" className="n">
                  {amounts.column}
                </th>
                <th scope="col" className="pl-6">
                  Outcome
                </th>
              </tr>
            </thead>
            <tbody>
              {standing.map((bidder, place) => (
                <tr key={bidder.paddle}>
                  <td className="num">{String(bidder.paddle).padStart(2, '0')}</td>
                  {namesPublished && <td>{bidder.name}</td>}
                  <td className="n">
                    {bidder.amountMinor === null ? '–' : <Money minor={bidder.amountMinor} plain />}
                  </td>
                  <td className="pl-6">
                    <Outcome
                      bidder={bidder}
                      place={place}
                      won={result.winner !== null}
                      isVoid={voided.has(bidder.paddle)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      <p className="small muted mt-3">
        {!namesPublished && 'Names of other bidders are not published in this round. '}
        {result.winner && amounts.winner}
      </p>
    </section>
  )
}

type Found = { bidder: Bidder; place: number; won: boolean; isVoid: boolean }

function Outcome(found: Found) {
  if (found.won && found.place === 0) return <Status status="awarded" word="Wins" />
  return <span className="soft">{outcomeOf(found)}</span>
}

function outcomeOf({ bidder: { struck, amountMinor }, place, isVoid }: Found): string {
  if (struck) return 'Struck'
  if (amountMinor === null) return isVoid ? 'Void bid' : 'Did not bid'
  return place === 1 ? 'Runner-up' : 'Outbid'
}
