import Link from 'next/link'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { RoundInFull } from '@/domain/rounds/public-queries'

/** Published questions with their answers, without who asked (R5.5). */
export function QuestionsAndAnswers({ round, zone, now }: { round: RoundInFull; zone: string; now: Date }) {
  const open = round.state === 'applications' && round.timetable.questionsCloseAt > now
  return (
    <section aria-labelledby="questions">
      <SectionHead title="Questions and answers" id="questions" minor />
      {round.questions.length === 0 && <p className="soft pt-3">No question has been answered yet.</p>}
      {round.questions.map(({ id, question, answer, answeredAt }) => (
        <article key={id} className="border-hairline border-b py-4">
          <h3 className="text-16!">{question}</h3>
          <p className="mt-2 whitespace-pre-line">{answer}</p>
          <p className="small muted mt-1">
            <When at={answeredAt} zone={zone} />
          </p>
        </article>
      ))}
      {open && (
        <p className="small soft mt-3">
          Applicants may ask until <When at={round.timetable.questionsCloseAt} zone={zone} />.{' '}
          <Link href={`/portal/rounds/${round.id}/questions`} prefetch={false}>
            Ask a question
          </Link>
        </p>
      )}
    </section>
  )
}
