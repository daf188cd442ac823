import Link from 'next/link'
import { statusWords } from '@/domain/qpi/kpi-words'
import { monthWords } from '@/domain/qpi/months'
import { ScoreWithInterval } from './score-with-interval'

type Quality = {
  period: string
  placeholder: boolean
  status: keyof typeof statusWords
  score: number | null
  low: number | null
  high: number | null
}

/** The Quality Performance Index of the registrar that sponsors a plan, for its reviewers (R15.4); it is not named. */
export function SponsorQuality({ quality }: { quality: Quality | null }) {
  return (
    <div className="small mt-4">
      <b>Sponsoring registrar</b>
      {quality ? (
        <p>
          Quality in {monthWords(quality.period)}:{' '}
          {quality.score === null ? statusWords[quality.status] : <ScoreWithInterval {...quality} />}
          {quality.placeholder && <span className="muted"> (placeholder weights)</span>}.{' '}
          <Link href="/qpi">What this is</Link>
        </p>
      ) : (
        <p className="muted">No quality score yet.</p>
      )}
    </div>
  )
}
