import { CommitmentTerms } from '@/components/commitments/commitment-terms'
import { When } from '@/components/time/when'
import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { agree } from '../actions'
import type { loadBuildOut } from './load-build-out'

type Found = Awaited<ReturnType<typeof loadBuildOut>>

/** The commitments as they are proposed, with every difference from the plan, and the owner’s agreement (R12.1). */
export function AgreeTerms({
  found: { award, buildOut, commitments, isOwner },
  zone,
}: {
  found: Found
  zone: string
}) {
  return (
    <>
      <Notice tone="info" title="Read and agree">
        Agree before <When at={buildOut.agreeBy} zone={zone} />. If you do not, two officers may fix the
        commitments as they stand in your plan. What differs from your plan is shown struck through and
        underlined.
      </Notice>
      {commitments.map((commitment) => (
        <section key={commitment.id} className="mt-8" aria-labelledby={`commitment-${commitment.number}`}>
          <SectionHead
            title={`Commitment ${commitment.number}`}
            id={`commitment-${commitment.number}`}
            minor
          />
          <CommitmentTerms terms={commitment} planned={commitment.revisions[0]} zone={zone} />
          {commitment.revisions
            .filter(({ origin }) => origin === 'edit')
            .map(({ number, reason }) => (
              <p key={number} className="small soft mt-2">
                Why it was changed: {reason}
              </p>
            ))}
        </section>
      ))}
      {isOwner ? (
        <Form action={agree} className="form mt-8">
          <input type="hidden" name="awardId" value={award.id} />
          <input type="hidden" name="version" value={buildOut.version} />
          <Checkbox
            name="agreed"
            label="I agree to these commitments for my organisation. They are public with their dates and how they stand."
          />
          <div className="actions">
            <SubmitButton busy="Agreeing">Agree</SubmitButton>
          </div>
        </Form>
      ) : (
        <p className="mt-6">An owner of your organisation agrees to them.</p>
      )}
    </>
  )
}
