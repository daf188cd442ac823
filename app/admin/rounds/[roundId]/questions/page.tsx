import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { QuestionList } from '@/components/applications/question-list'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { questionsToAnswer } from '@/domain/questions/queries'
import { roundName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { answer } from './actions'

type Props = { params: Promise<{ roundId: string }>; searchParams: Promise<{ answer?: string }> }

const load = cache(async (roundId: string) => {
  const person = await requirePerson()
  const page = await questionsToAnswer(person, { roundId })
  if (!page) notFound()
  return { person, ...page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round } = await load((await params).roundId)
  return { title: `Questions, ${roundName(round)}` }
}

/** Answering applicants' questions; each answer is published to all without the asker's name (R5.5). */
export default async function AnswerQuestionsPage({ params, searchParams }: Props) {
  const { roundId } = await params
  const { person, round, waiting, published } = await load(roundId)
  const zone = await viewerZone()
  const answers = may(person, 'question.answer') === 'yes'
  // One form at a time: the first that waits, or the one that was chosen.
  const { answer: chosen } = await searchParams
  const open = waiting.find(({ id }) => id === chosen) ?? waiting[0]
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[{ text: roundName(round), href: `/admin/rounds/${roundId}` }, { text: 'Questions' }]}
      />
      <h1 className="mt-3">Questions of applicants</h1>
      <section className="sec">
        <SectionHead minor title={`Waiting (${waiting.length})`} />
        {waiting.length === 0 && <p className="mt-4 muted">Every question is answered.</p>}
        {waiting.map(({ id, question, askedAt, organisation }) => (
          <article key={id} className="mt-6">
            <p className="whitespace-pre-wrap">{question}</p>
            <p className="small muted">
              {organisation}, <When at={askedAt} zone={zone} />
            </p>
            {answers && id !== open?.id && (
              <Link href={`/admin/rounds/${roundId}/questions?answer=${id}`}>Answer</Link>
            )}
            {answers && id === open?.id && (
              <Form action={answer} className="form mt-3">
                <input type="hidden" name="questionId" value={id} />
                <input type="hidden" name="roundId" value={roundId} />
                <TextArea
                  name="publishedQuestion"
                  label="The question as it is published"
                  hint="Reword it where it tells who asked."
                  defaultValue={question}
                  rows={3}
                />
                <TextArea name="answer" label="Answer" rows={4} />
                <div className="actions">
                  <SubmitButton busy="Publishing">Publish question and answer</SubmitButton>
                </div>
              </Form>
            )}
          </article>
        ))}
      </section>
      <section className="sec">
        <SectionHead minor title={`Published (${published.length})`} />
        <QuestionList questions={published} zone={zone} />
      </section>
    </div>
  )
}
