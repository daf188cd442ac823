import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import type { SealedExample } from '@/domain/rounds/work-sealed-example'
import { formatMoney } from '@/lib/money'

/** Three sealed bids and who of them pays what; with the weight of each plan where quality counts. */
export function SealedExampleTable({
  example: { bids, winner, priceMinor },
  reserveMinor,
}: {
  example: SealedExample
  reserveMinor: bigint
}) {
  const weighted = bids.some(({ weight }) => weight !== null)
  return (
    <div className="pt-4">
      <TableFrame label="A worked example">
        <table className="tbl tight">
          <caption className="small soft pb-2">
            A worked example, with a reserve of {formatMoney(reserveMinor)} and the settings of this round.
          </caption>
          <thead>
            <tr>
              <th scope="col">Bid of</th>
              <th scope="col" className="n">
                Sealed bid
              </th>
              {weighted && (
                <>
                  <th scope="col" className="n">
                    Plan score
                  </th>
                  <th scope="col" className="n">
                    Adds
                  </th>
                  <th scope="col" className="n">
                    Counts as
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {bids.map(({ who, amountMinor, weight }) => (
              <tr key={who}>
                <td className="whitespace-nowrap">{who}</td>
                <td className="n">
                  <Money minor={amountMinor} />
                </td>
                {weight && (
                  <>
                    <td className="n">{(weight.scoreHundredths / 100).toFixed(2)}</td>
                    <td className="n">{(Number(weight.coefficientBp) / 100).toFixed(2)} %</td>
                    <td className="n">
                      <Money minor={weight.countsMinor} />
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="small soft mt-2">
        {winner} wins and pays {formatMoney(priceMinor)}.
      </p>
    </div>
  )
}
