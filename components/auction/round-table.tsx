import type { ClockSnapshot, RoundRow } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'

/** The rounds so far with their prices and how many remained after each, and the next one while it is announced. */
export function RoundTable({
  label,
  rounds,
  next,
}: {
  label: string
  rounds: readonly RoundRow[]
  next: ClockSnapshot['next']
}) {
  if (rounds.length === 0 && !next) return null
  const announced = next && !rounds.some(({ round }) => round === next.round) ? [next] : []
  return (
    <section>
      <h2>Rounds</h2>
      <table className="tbl small">
        <caption className="sr-only">Rounds of the auction of {label}</caption>
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">Start and end price</th>
            <th scope="col" className="n">
              Remaining
            </th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((row) => (
            <Row key={row.round} {...row}>
              {row.remaining ?? 'runs now'}
            </Row>
          ))}
          {announced.map((row) => (
            <Row key={row.round} {...row}>
              next
            </Row>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  round,
  startMinor,
  endMinor,
  children,
}: {
  round: number
  startMinor: string
  endMinor: string
  children: React.ReactNode
}) {
  return (
    <tr>
      <td className="num">{round}</td>
      <td className="num">
        {formatMoney(BigInt(startMinor))} to {formatMoney(BigInt(endMinor))}
      </td>
      <td className="n">{children}</td>
    </tr>
  )
}
