type Score = { score: number | null; low: number | null; high: number | null }

/** A score with its 95 % interval beside it, or that there is none. */
export function ScoreWithInterval({ score, low, high }: Score) {
  if (score === null) return <span className="muted">No score</span>
  return (
    <span className="num whitespace-nowrap">
      <b>{score.toFixed(1)}</b>{' '}
      {low !== null && high !== null && (
        <span className="small muted">
          <span className="sr-only">95 % interval from </span>
          {low.toFixed(1)}–{high.toFixed(1)}
        </span>
      )}
    </span>
  )
}
