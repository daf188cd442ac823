import { When } from '@/components/time/when'
import { formatMoney } from '@/lib/money'

/** One accepted change of the price. `who` is what the table says of it: a paddle, or nothing. */
export type PriceStep = { at: Date; minor: bigint; mine?: boolean; who?: string }

/** The figures of a price path. */
export function StepTable({ title, steps }: { title: string; steps: PriceStep[] }) {
  return (
    <details className="plot-table">
      <summary>As a table</summary>
      <table className="tbl tight">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th>When</th>
            <th>By</th>
            <th className="n">Price</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ at, minor, mine, who }) => (
            <tr key={`${at.getTime()} ${minor}`}>
              <td>
                <When at={at} zone="UTC" seconds />
              </td>
              <td>{mine ? 'You' : (who ?? '')}</td>
              <td className="n">{formatMoney(minor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
