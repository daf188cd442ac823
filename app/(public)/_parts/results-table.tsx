import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import { isActive } from '@/domain/awards/lifecycle'
import { outcomeWords } from '@/domain/results/outcome-words'
import type { PublicResult } from '@/domain/results/public-queries'
import { formatHundredths } from '@/domain/reviews/rules'

/** Results, one name per row: to whom, for how much, and how the plan stood. On a phone the last two columns go. */
export function ResultsTable({ results, caption }: { results: PublicResult[]; caption: string }) {
  return (
    <TableFrame label={caption}>
      <table className="tbl">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Awarded to</th>
            <th scope="col" className="n">
              Price
            </th>
            <th scope="col" className="n max-sm:hidden">
              Plan
            </th>
            <th scope="col" className="n max-sm:hidden">
              Bidders
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.lotId}>
              <td>
                <Sort
                  label={result.label}
                  status={result.winner ? 'awarded' : 'released'}
                  size={34}
                  href={`/results/${result.label}`}
                />
              </td>
              <td>
                {result.winner ?? <span className="soft">{outcomeWords[result.outcome]}</span>}
                {result.award && !(result.award.rank === 0 && isActive(result.award.state)) && (
                  <small className="muted block">
                    {isActive(result.award.state) ? 'Ended; now with the next in order' : 'The award ended'}
                  </small>
                )}
              </td>
              <td className="n">{result.priceMinor === null ? '–' : <Money minor={result.priceMinor} />}</td>
              <td className="n max-sm:hidden">
                {result.scoreHundredths === null ? '–' : formatHundredths(result.scoreHundredths)}
              </td>
              <td className="n max-sm:hidden">{result.bidders}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
