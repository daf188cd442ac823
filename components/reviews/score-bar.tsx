import { formatHundredths } from '@/domain/reviews/rules'

const WIDTH = 132

/** A score of 100 as a bar, with the pass line drawn across it, and the number beside it. Hundredths of a point. */
export function ScoreBar({
  scoreHundredths,
  passLineHundredths,
  passes,
}: {
  scoreHundredths: number | null
  passLineHundredths: number
  passes: boolean
}) {
  if (scoreHundredths === null) return <span className="muted">No score yet</span>
  const x = (hundredths: number) => (hundredths / 10_000) * WIDTH
  return (
    <span className="row flex-nowrap [--gap:.6rem]">
      <svg width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
        <path d={`M0 12.5H${WIDTH}`} stroke="var(--rule)" />
        <rect
          x="0"
          y="4"
          width={x(scoreHundredths)}
          height="8"
          fill={passes ? 'var(--blue)' : 'var(--ink-3)'}
        />
        <path d={`M${x(passLineHundredths)} 0V16`} stroke="var(--ink)" strokeWidth="1.5" />
      </svg>
      <b className="num">{formatHundredths(scoreHundredths)}</b>
    </span>
  )
}
