import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StandInLink } from '@/app/dev/registry/stand-in-link'
import { requirePerson } from '@/app/require-person'
import { SecondFactorFirst } from '@/app/second-factor-first'
import { AllocationCourse } from '@/components/allocations/allocation-course'
import { NextAct } from '@/components/allocations/next-act'
import { ReissueForm } from '@/components/allocations/reissue-form'
import { LabelName } from '@/components/labels/label-name'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { SectionHead } from '@/components/ui/section-head'
import { CreateDetails } from '@/domain/allocations/epp'
import { ownAllocation } from '@/domain/allocations/queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { TokenPart } from './_parts/token-part'
import { reissue } from './actions'
import { readDetails } from './read-details'

type Props = PageProps<'/registrar/allocations/[awardId]'>

const usual = CreateDetails.parse({})

/** The registrar's own values out of the address; what cannot be taken has its sentence. */
async function detailsIn(searchParams: Props['searchParams']) {
  const search = await searchParams
  const read = CreateDetails.safeParse(readDetails((name) => String(search[name] ?? '')))
  const problems = read.success
    ? {}
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message]))
  return { details: read.data ?? usual, problems }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await ownAllocation(await currentActor(), { ...(await params), details: usual })
  return { title: course ? `Create ${course.label}.org` : 'Not found', referrer: 'same-origin' }
}

/** One awarded name for its registrar: what to do, the command and its token (R11). */
export default async function AllocationPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const { details, problems } = await detailsIn(searchParams)
  const course = await ownAllocation(person, { ...(await params), details })
  if (!course) notFound()
  const { awardId, label, holder, round, state, token } = course
  const zone = await viewerZone()
  const isStrong = may(person, 'token.reveal') === 'yes'
  const isReissuable = state === 'paid' && token && token.state !== 'redeemed' && course.registrar.canSponsor
  return (
    <div className="wrap page space-y-8">
      <header>
        <Breadcrumb items={[{ text: 'Your registrar', href: '/registrar' }, { text: `${label}.org` }]} />
        <h1>
          Create <LabelName label={label} />
        </h1>
        <p className="lede">
          Awarded to {holder}, {round}.
        </p>
      </header>
      <div className="max-w-[46rem] space-y-8">
        <NextAct course={course} />
        {state === 'paid' && token && !isStrong ? (
          <SecondFactorFirst here={`/registrar/allocations/${awardId}`}>
            A token creates a name that was paid for.
          </SecondFactorFirst>
        ) : (
          state === 'paid' && (
            <TokenPart course={course} details={details} problems={problems} now={processNow()} zone={zone} />
          )
        )}
        <StandInLink />
        <section aria-labelledby="course" className="stack">
          <SectionHead title="From payment to allocation" id="course" minor />
          <AllocationCourse course={course} zone={zone} />
        </section>
        {isReissuable && isStrong && (
          <section aria-labelledby="reissue" className="stack">
            <SectionHead title="Another token" id="reissue" minor />
            <ReissueForm action={reissue} awardId={awardId} />
          </section>
        )}
      </div>
    </div>
  )
}
