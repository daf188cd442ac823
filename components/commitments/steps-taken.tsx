import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { Step } from '@/domain/commitments/read-build-out'
import { rungWords } from '@/domain/commitments/rules'

/** The steps of the remedy ladder that were taken, each with its reason and its appeal. */
export function StepsTaken({
  steps,
  zone,
  after,
}: {
  steps: readonly Step[]
  zone: string
  /** What one may do about a step. */
  after?(step: Step): React.ReactNode
}) {
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps">
      <SectionHead title="Steps of the remedy ladder" id="steps" minor />
      <ul className="mt-3">
        {steps.map((step) => (
          <li key={step.id} className="task block">
            <b>{rungWords[step.rung]}</b>
            <p className="whitespace-pre-line">{step.reason}</p>
            {step.conditions && (
              <p className="whitespace-pre-line">
                <b>To do:</b> {step.conditions}
              </p>
            )}
            <p className="small muted">
              Taken <When at={step.imposedAt} zone={zone} />. An appeal counts before{' '}
              <When at={step.appealBy} zone={zone} />.
              {step.rung === 'revocation' && ' The revocation takes effect no earlier.'}
            </p>
            {step.appeal && (
              <div className="mt-2">
                <p className="small">
                  <b>Appeal</b>, <When at={step.appeal.madeAt} zone={zone} />:{' '}
                  <span className="whitespace-pre-line">{step.appeal.grounds}</span>
                </p>
                <p className="small">
                  {step.appeal.decidedAt ? (
                    <>
                      <b>{step.appeal.outcome === 'upheld' ? 'Upheld' : 'Dismissed'}</b>,{' '}
                      <When at={step.appeal.decidedAt} zone={zone} />: {step.appeal.reason}
                    </>
                  ) : (
                    'Not decided yet.'
                  )}
                </p>
              </div>
            )}
            {after?.(step)}
          </li>
        ))}
      </ul>
    </section>
  )
}
