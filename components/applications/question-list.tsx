import { When } from '@/components/time/when'
import type { PublishedQuestion } from '@/domain/questions/queries'

/** Published questions with their answers, as everyone may read them (R5.5). */
export function QuestionList({ questions, zone }: { questions: PublishedQuestion[]; zone: string }) {
  if (questions.length === 0) return <p className="mt-4 muted">Nothing was answered yet.</p>
  return (
    <dl>
      {questions.map(({ id, question, answer, answeredAt }) => (
        <div key={id} id={id} className="border-b border-(--hairline) py-4">
          <dt className="font-semibold whitespace-pre-wrap">{question}</dt>
          <dd className="mt-1 whitespace-pre-wrap">{answer}</dd>
          <dd className="mt-1 small muted">
            Answered <When at={answeredAt} zone={zone} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
