import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { Facts } from '@/domain/applications/standing'
import { reconsideredWords } from '@/domain/reconsiderations/rules'

/** What the applicant said against the decision, and what two other people made of it (R6.7). */
export function Reconsideration({
  asked,
  zone,
}: {
  asked: NonNullable<Facts['reconsideration']>
  zone: string
}) {
  return (
    <section className="mt-10" aria-labelledby="reconsideration">
      <SectionHead title="Reconsideration" id="reconsideration" minor>
        {asked.outcome ? reconsideredWords[asked.outcome] : 'Not decided yet'}
      </SectionHead>
      {asked.decidedAt && (
        <p className="mt-3">
          {asked.reason}
          <br />
          <span className="small muted">
            Decided <When at={asked.decidedAt} zone={zone} /> by two people who did not decide before.
          </span>
        </p>
      )}
      <p className="small soft mt-3 whitespace-pre-line">
        You wrote, <When at={asked.requestedAt} zone={zone} />: {asked.grounds}
      </p>
    </section>
  )
}
