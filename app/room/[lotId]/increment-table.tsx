import { formatMoney } from '@/lib/money'

/** By how much the price goes up, by price (R7.3). Amounts are cents in strings, the rows in rising order. */
export function IncrementTable({ increments }: { increments: { fromMinor: string; stepMinor: string }[] }) {
  return (
    <section>
      <h2 className="mt-8">Increments</h2>
      <table className="tbl small">
        <thead>
          <tr>
            <th>While the price is</th>
            <th className="n">Each step</th>
          </tr>
        </thead>
        <tbody>
          {increments.map(({ fromMinor, stepMinor }, index) => (
            <tr key={fromMinor}>
              <td className="num">{range(fromMinor, increments[index + 1]?.fromMinor)}</td>
              <td className="n">{formatMoney(BigInt(stepMinor))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function range(from: string, next: string | undefined): string {
  const start = formatMoney(BigInt(from))
  if (next === undefined) return `${start} or more`
  return from === '0' ? `below ${formatMoney(BigInt(next))}` : `${start} to ${formatMoney(BigInt(next) - 1n)}`
}
