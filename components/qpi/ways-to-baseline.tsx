import { kpiWords } from '@/domain/qpi/kpi-words'
import { sayCount } from '@/lib/say-count'

type Step = { id: keyof typeof kpiWords; count: number; points: number }
type Ways = { gap: number; alone: readonly Step[]; together: readonly Step[] }

const say = ({ id, count }: Step) => sayCount(count, kpiWords[id].step)

/** What would close a gap: the fewest names in all, and each KPI that would do it alone. */
export function WaysToBaseline({ ways }: { ways: Ways }) {
  const { gap, alone, together } = ways
  if (gap <= 0) return <p>The baseline is reached.</p>
  if (together.length === 0)
    return (
      <p>
        {gap.toFixed(1)} points are missing; even with every KPI at its target they would not come together.
      </p>
    )
  return (
    <div className="stack [--gap:.6rem]">
      <p>
        {gap.toFixed(1)} points are missing. The cheapest way, by the number of names:{' '}
        <b>{together.map(say).join(', and ')}</b>.
      </p>
      {alone.length > 1 && (
        <>
          <p className="small soft">Each of these alone would do:</p>
          <ul className="small">
            {alone.map((step) => (
              <li key={step.id}>
                {kpiWords[step.id].name}: {say(step)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
