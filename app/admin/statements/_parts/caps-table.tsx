import { Money } from '@/components/money/money'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { fineDollars, formatHundredths } from '@/domain/statements/fractions'
import type { capsOverview } from '@/domain/statements/queries'

type Years = NonNullable<Awaited<ReturnType<typeof capsOverview>>>['years']

/** Each year’s cap, the highest whole-cent fee under it, and what was charged. */
export function CapsTable({ years }: { years: Years }) {
  return (
    <TableFrame label="Caps by year">
      <table className="tbl mt-4 cards">
        <caption className="sr-only">Caps by year with the fees charged</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="n">
              Cap
            </th>
            <th scope="col" className="n">
              Highest fee allowed
            </th>
            <th scope="col" className="n">
              Highest fee charged
            </th>
            <th scope="col" className="md:pl-8">
              Kept
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, capHundredths, highestFeeMinor, charged, isKept }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="n num" data-label="Cap">
                {fineDollars(formatHundredths(capHundredths))}
              </td>
              <td className="n" data-label="Highest fee allowed">
                <Money minor={highestFeeMinor} />
              </td>
              <td className="n" data-label="Highest fee charged">
                {charged ? <Money minor={charged.feeMinor} /> : <span className="muted">Not recorded</span>}
              </td>
              <td className="md:pl-8" data-label="Kept">
                {isKept !== null && (
                  <Mark tone={isKept ? 'good' : 'bad'} icon={isKept ? 'circle-check' : 'circle-x'}>
                    {isKept ? 'Yes' : 'Above the cap'}
                  </Mark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
