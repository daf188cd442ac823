import { When } from '@/components/time/when'
import { monthWords } from '@/domain/qpi/months'

type Appeal = {
  period: string
  text: string
  madeAt: Date
  outcome: 'stands' | 'to-be-corrected' | null
  answer: string | null
  answeredAt: Date | null
}

/** An appeal as it was made, and what came of it. */
export function AppealText({ appeal, zone }: { appeal: Appeal; zone: string }) {
  const { period, text, madeAt, outcome, answer, answeredAt } = appeal
  return (
    <div className="pane">
      <p className="small muted">
        Against the score of {monthWords(period)}, <When at={madeAt} zone={zone} />
      </p>
      <p className="whitespace-pre-line">{text}</p>
      {outcome && answeredAt ? (
        <>
          <p className="mt-3">
            <b>{outcome === 'stands' ? 'The score stands.' : 'A figure is to be corrected.'}</b>{' '}
            <span className="small muted">
              <When at={answeredAt} zone={zone} />
            </span>
          </p>
          <p className="whitespace-pre-line">{answer}</p>
        </>
      ) : (
        <p className="mt-3 soft">Not answered yet.</p>
      )}
    </div>
  )
}
