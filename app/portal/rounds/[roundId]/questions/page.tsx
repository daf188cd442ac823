import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { QuestionList } from '@/components/applications/question-list'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { isAccepting } from '@/domain/applications/rules'
import { questionsForApplicant } from '@/domain/questions/queries'
import { roundName } from '@/domain/rounds/round-name'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ask } from './actions'

type Props = { params: Promise<{ roundId: string }>; searchParams: Promise<{ asked?: string }> }

const load = cache(async (roundId: string) => {
  const page = await questionsForApplicant(await requirePerson(), { roundId })
  if (!page) notFound()
  return page
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round } = await load((await params).roundId)
  return { title: `Questions and answers, ${roundName(round)}` }
}

/** Asking the programme, and what others asked: published without names (R5.5). */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const { roundId } = await params
  const { round, waiting, published } = await load(roundId)
  const { asked } = await searchParams
  const zone = await viewerZone()
  const now = processNow()
  const open = isAccepting(round, now) && now < round.questionsCloseAt
  return (
    <div className="wrap page">
      <div className="question">
        <Breadcrumb
          items={[{ text: 'Your applications', href: '/portal' }, { text: 'Questions and answers' }]}
        />
        <h1 className="mt-3">Questions and answers</h1>
        <p className="lede">
          {roundName(round)}. Questions {open ? 'can be asked until' : 'were open until'}{' '}
          <When at={round.questionsCloseAt} zone={zone} />.
        </p>
        {asked && (
          <div className="mt-4" role="status">
            <Notice tone="good" title="We received your question">
              The answer is published here, without your name.
            </Notice>
          </div>
        )}
        {open && (
          <Form action={ask} idempotencyKey={newId('ask')} className="form mt-6">
            <input type="hidden" name="roundId" value={roundId} />
            <TextArea
              name="question"
              label="Your question"
              hint="It is published with its answer for everyone to read. Leave out your name and your plans."
              rows={4}
            />
            <div className="actions">
              <SubmitButton busy="Sending">Ask</SubmitButton>
            </div>
          </Form>
        )}
        {waiting.length > 0 && (
          <section className="sec">
            <SectionHead minor title="Yours, waiting for an answer" />
            <ul>
              {waiting.map(({ id, question, askedAt }) => (
                <li key={id} className="mt-4">
                  <p className="whitespace-pre-wrap">{question}</p>
                  <p className="small muted">
                    Asked <When at={askedAt} zone={zone} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="sec">
          <SectionHead minor title={`Answered (${published.length})`} />
          <QuestionList questions={published} zone={zone} />
        </section>
      </div>
    </div>
  )
}
