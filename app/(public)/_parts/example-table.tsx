import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import type { RoundSettings } from '@/db/schema/rounds'
import { openAscendingExample } from '@/domain/rounds/worked-example'
import { formatMoney } from '@/lib/money'

/** Four bids and what each does to the price, decided by the same engine as the real ones. */
export function ExampleTable({ settings, reserveMinor }: { settings: RoundSettings; reserveMinor: bigint }) {
  const bids = openAscendingExample(settings, reserveMinor)
  const last = bids.at(-1)!
  return (
    <div className="pt-4">
      <TableFrame label="A worked example">
        <table className="tbl tight">
          <caption className="small soft pb-2">
            A worked example, with a reserve of {formatMoney(reserveMinor)} and this table of increments.
          </caption>
          <thead>
            <tr>
              <th scope="col">Bid of</th>
              <th scope="col" className="n">
                Its maximum (hidden)
              </th>
              <th scope="col" className="n">
                Price after it
              </th>
              <th scope="col" className="pl-5 md:pl-8">
                Leads
              </th>
            </tr>
          </thead>
          <tbody>
            {bids.map(({ who, maxMinor, priceMinor, leader }) => (
              <tr key={maxMinor}>
                <td className="whitespace-nowrap">{who}</td>
                <td className="n">
                  <Money minor={maxMinor} />
                </td>
                <td className="n">
                  <Money minor={priceMinor} />
                </td>
                <td className="pl-5 whitespace-nowrap md:pl-8">{leader}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="small soft mt-2">
        If nobody bids more, {last.leader} wins and pays {formatMoney(last.priceMinor)}.
      </p>
    </div>
  )
}
