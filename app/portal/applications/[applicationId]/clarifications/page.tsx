import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { AskedAndAnswered } from '@/components/clarifications/asked-and-answered'
import { LabelName } from '@/components/labels/label-name'
import { BackLink } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { actsFor } from '@/domain/applications/lock-application'
import { clarificationsOfApplication } from '@/domain/clarifications/queries'
import { isUnderReview } from '@/domain/reviews/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { answerPanel } from '../../actions'

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<{ answer?: string }> }

const load = cache(async (applicationId: string) => {
  const person = await requirePerson()
  const page = await clarificationsOfApplication(person, { applicationId })
  if (!page) notFound()
  return { person, ...page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lot } = await load((await params).applicationId)
  return { title: `Questions of the panel about ${lot.label}.org` }
}

/** What the panel asked about the plan; each question takes one answer, until its deadline (R5.3). */
export default async function ClarificationsPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const { person, application, organisation, lot, round, clarifications } = await load(applicationId)
  const zone = await viewerZone()
  const now = processNow()
  const answers =
    application.state === 'submitted' &&
    isUnderReview(round.state) &&
    actsFor(person, ['owner', 'editor']).includes(organisation.id)
  const open = answers ? clarifications.filter(({ answer, dueAt }) => answer === null && now < dueAt) : []
  // One form at a time: the first that waits, or the one that was chosen.
  const { answer: chosen } = await searchParams
  const shown = open.find(({ id }) => id === chosen) ?? open[0]
  const base = `/portal/applications/${applicationId}`
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to your application</BackLink>
        <h1 className="mt-6 mb-4">
          Questions of the panel about your plan for <LabelName label={lot.label} />
        </h1>
        {clarifications.length === 0 ? (
          <EmptyState title="Nothing was asked">You get a letter when the panel asks something.</EmptyState>
        ) : (
          <p className="lede">
            Your plan stays as you submitted it. The reviewers read your answer beside it.
          </p>
        )}
        {clarifications.map((clarification) => (
          <article key={clarification.id} className="mt-8">
            <AskedAndAnswered clarification={clarification} zone={zone} />
            {clarification === shown ? (
              <Form action={answerPanel} className="form mt-3">
                <input type="hidden" name="clarificationId" value={clarification.id} />
                <TextArea
                  name="answer"
                  label="Your answer"
                  hint="It cannot be changed once it is sent. Leave out who you are: reviewers do not know it."
                  maxLength={5000}
                />
                <SubmitButton busy="Sending">Send the answer</SubmitButton>
              </Form>
            ) : open.includes(clarification) ? (
              <p className="mt-2">
                <a href={`${base}/clarifications?answer=${clarification.id}`}>Answer</a>
              </p>
            ) : (
              clarification.answer === null && <p className="mt-2">It was not answered.</p>
            )}
          </article>
        ))}
      </div>
    </div>
  )
}
