import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import type { AssessedRound } from '@/domain/reviews/assess-round'

/** The way to compute all of it again, elsewhere. */
export function RepeatFigures({ assessed: { round, hash } }: { assessed: AssessedRound }) {
  return (
    <section className="sec stack">
      <SectionHead title="Compute it again" minor />
      <p className="small soft">
        The file holds the scores, the rubric and the seed, without names of reviewers and without reasons.{' '}
        <code>portal review calibrate</code> makes every figure of this page from it. Plans with which you
        declared a conflict, or whose review you have not submitted, are not in your file.
      </p>
      <p>
        <Button href={`/admin/rounds/${round.id}/reviews/reliability/bundle`} icon="download" download>
          Download the scores
        </Button>
      </p>
      <p className="xs muted mono break-all">SHA-256 {hash}</p>
    </section>
  )
}
