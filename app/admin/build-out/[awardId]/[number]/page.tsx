import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommitmentCourse } from '@/components/commitments/commitment-course'
import { CommitmentMark } from '@/components/commitments/commitment-mark'
import { CommitmentTerms } from '@/components/commitments/commitment-terms'
import { EvidenceList } from '@/components/commitments/evidence-list'
import { StepsTaken } from '@/components/commitments/steps-taken'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ChangeTerms } from '../../_parts/change-terms'
import { type Act, actWords, chooseAct } from '../../_parts/choose-act'
import { DecideAppeal } from '../../_parts/decide-appeal'
import { DecideEvidence } from '../../_parts/decide-evidence'
import { loadManaged } from '../../_parts/load-managed'
import { LookAgain } from '../../_parts/look-again'
import { ExtendForm, WaiveForm } from '../../_parts/more-time'
import { NextStep } from '../../_parts/next-step'

type Props = PageProps<'/admin/build-out/[awardId]/[number]'>

async function load({ params }: Props) {
  const { awardId, number } = await params
  const found = await loadManaged(awardId)
  const commitment = found.commitments.find((each) => String(each.number) === number)
  if (!commitment) notFound()
  return { ...found, commitment }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { award, commitment } = await load(props)
  return { title: `Commitment ${commitment.number} of ${award.label}.org` }
}

/** One promise for those who decide: what was promised beside what was seen, and what can be done now. */
export default async function ManagedCommitmentPage(props: Props) {
  const { award, buildOut, commitment, organisation, person, mayDecide } = await load(props)
  const zone = await viewerZone()
  const { state, outcome, cureEndsAt } = commitment
  const running = mayDecide && !buildOut.ending && buildOut.terms !== 'proposed'
  const { possible, chosen } = running
    ? chooseAct(commitment, (await props.searchParams).do)
    : { possible: [], chosen: undefined }
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Build-out', href: '/admin/build-out' },
          {
            text: <span className="label">{award.label}</span>,
            href: `/admin/build-out/${award.id}`,
          },
          { text: `Commitment ${commitment.number}` },
        ]}
      />
      <CommitmentMark state={state} outcome={outcome} />
      <h1>{commitment.milestone}</h1>
      <p className="soft">
        {award.label}.org, {organisation}
      </p>
      {cureEndsAt && !outcome && (
        <p>
          The cure notice ends <When at={cureEndsAt} zone={zone} />.
        </p>
      )}
      <div className="aside">
        <div className="stack [--gap:var(--s-7)]">
          <section aria-labelledby="evidence">
            <SectionHead title="Evidence" id="evidence" minor />
            <EvidenceList
              pieces={commitment.evidence}
              zone={zone}
              after={(piece) => running && <LookAgain piece={piece} />}
            />
          </section>
          {chosen === 'decide' && <DecideEvidence commitment={commitment} />}
          <StepsTaken
            steps={commitment.steps}
            zone={zone}
            after={(step) => chosen === 'appeal' && <DecideAppeal step={step} person={person} />}
          />
          {chosen === 'step' && <NextStep commitment={commitment} />}
          {chosen === 'extend' && <ExtendForm commitmentId={commitment.id} />}
          {chosen === 'waive' && <WaiveForm commitmentId={commitment.id} />}
          <OtherActs possible={possible} chosen={chosen} />
          {mayDecide && buildOut.terms === 'proposed' && !buildOut.ending && (
            <ChangeTerms commitment={commitment} />
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

/** What else can be done: each asks its own question. */
function OtherActs({ possible, chosen }: { possible: readonly Act[]; chosen: Act | undefined }) {
  const others = possible.filter((act) => act !== chosen)
  if (others.length === 0) return null
  return (
    <div className="actions">
      {others.map((act) => (
        <Button key={act} href={`?do=${act}`} variant="quiet">
          {actWords[act]}
        </Button>
      ))}
    </div>
  )
}
