import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import type { ClockExample } from '@/domain/rounds/work-clock-example'
import { formatMoney } from '@/lib/money'

/** Two rounds of a clock: their prices, who leaves in each, and how many remain. */
export function ClockExampleTable({
  example: { rounds, winner, priceMinor },
  reserveMinor,
}: {
  example: ClockExample
  reserveMinor: bigint
}) {
  return (
    <div className="pt-4">
      <TableFrame label="A worked example">
        <table className="tbl tight">
          <caption className="small soft pb-2">
            A worked example with three bidders, a reserve of {formatMoney(reserveMinor)} and the steps of
            this round.
          </caption>
          <thead>
            <tr>
              <th scope="col">Round</th>
              <th scope="col" className="n">
                Start
              </th>
              <th scope="col" className="n">
                End
              </th>
              <th scope="col" className="pl-5 md:pl-8">
                Leaves (hidden)
              </th>
              <th scope="col" className="n">
                Remaining
              </th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ round, startMinor, endMinor, exit, remaining }) => (
              <tr key={round}>
                <td className="num">{round}</td>
                <td className="n">
                  <Money minor={startMinor} />
                </td>
                <td className="n">
                  <Money minor={endMinor} />
                </td>
                <td className="pl-5 md:pl-8">
                  {exit ? `${exit.who}, at ${formatMoney(exit.atMinor)}` : 'nobody'}
                </td>
                <td className="n">{remaining}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="small soft mt-2">
        One bidder remains, so the clock stops. {winner} wins and pays {formatMoney(priceMinor)}, the highest
        price at which another left.
      </p>
    </div>
  )
}
