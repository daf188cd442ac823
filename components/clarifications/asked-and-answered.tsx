import { When } from '@/components/time/when'
import type { Clarification } from '@/domain/clarifications/read-clarifications'

/** A question of the panel with its answer, or until when it waits for one. */
export function AskedAndAnswered({
  clarification: { question, askedAt, dueAt, answer, answeredAt },
  zone,
}: {
  clarification: Clarification
  zone: string
}) {
  return (
    <>
      <p className="whitespace-pre-wrap">
        <b>{question}</b>
      </p>
      <p className="small muted">
        Asked <When at={askedAt} zone={zone} />; to be answered before <When at={dueAt} zone={zone} />
      </p>
      {answer && answeredAt && (
        <>
          <p className="mt-2 whitespace-pre-wrap">{answer}</p>
          <p className="small muted">
            Answered <When at={answeredAt} zone={zone} />
          </p>
        </>
      )}
    </>
  )
}
