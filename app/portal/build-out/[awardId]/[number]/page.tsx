import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommitmentCourse } from '@/components/commitments/commitment-course'
import { CommitmentMark } from '@/components/commitments/commitment-mark'
import { CommitmentTerms } from '@/components/commitments/commitment-terms'
import { EvidenceList } from '@/components/commitments/evidence-list'
import { StepsTaken } from '@/components/commitments/steps-taken'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SectionHead } from '@/components/ui/section-head'
import { mayMove } from '@/domain/commitments/lifecycle'
import { whatToDo } from '@/domain/commitments/what-to-do'
import { problemOf } from '@/lib/errors'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AppealForm } from '../../_parts/appeal-form'
import { loadBuildOut } from '../../_parts/load-build-out'
import { SubmitEvidence } from '../../_parts/submit-evidence'

type Props = PageProps<'/portal/build-out/[awardId]/[number]'>

async function load({ params }: Pick<Props, 'params'>) {
  const { awardId, number } = await params
  const found = await loadBuildOut(awardId)
  const commitment = found.commitments.find((each) => String(each.number) === number)
  if (!commitment || found.buildOut.terms === 'proposed') notFound()
  return { ...found, commitment }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { award, commitment } = await load(props)
  return { title: `Commitment ${commitment.number} for ${award.label}.org` }
}

/** One promise: what to do, the evidence with what was seen of it, the steps that were taken, its course. */
export default async function CommitmentPage(props: Props) {
  const { award, buildOut, commitment, isOwner, maySubmit } = await load(props)
  const { problem } = await props.searchParams
  const zone = await viewerZone()
  const { state, outcome, cureEndsAt } = commitment
  const open = !buildOut.ending && (state === 'submitted' || mayMove(state, 'submit'))
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: <span className="label">{award.label}</span>, href: `/portal/awards/${award.id}` },
          { text: 'Commitments', href: `/portal/build-out/${award.id}` },
          { text: String(commitment.number) },
        ]}
      />
      <CommitmentMark state={state} outcome={outcome} />
      <h1>{commitment.milestone}</h1>
      <p className="lede">{whatToDo(commitment).text}</p>
      {cureEndsAt && state === 'cure-notice' && (
        <p>
          The cure notice ends <When at={cureEndsAt} zone={zone} />.
        </p>
      )}
      {typeof problem === 'string' && <ErrorSummary fields={{ file: problemOf(problem) }} />}
      <div className="aside mt-8">
        <div className="stack [--gap:var(--s-7)]">
          <StepsTaken
            steps={commitment.steps}
            zone={zone}
            after={(step) => isOwner && <AppealForm step={step} commitment={commitment} />}
          />
          <section aria-labelledby="evidence">
            <SectionHead title="Evidence" id="evidence" minor />
            <EvidenceList pieces={commitment.evidence} zone={zone} />
          </section>
          {open && maySubmit && (
            <SubmitEvidence
              commitment={commitment}
              here={`/portal/build-out/${award.id}/${commitment.number}`}
            />
          )}
          <CommitmentCourse commitment={commitment} zone={zone} />
        </div>
        <aside>
          <SectionHead title="What was promised" minor />
          <CommitmentTerms terms={commitment} planned={commitment.revisions[0]} zone={zone} />
        </aside>
      </div>
    </div>
  )
}
