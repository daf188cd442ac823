import { RefreshLive } from '@/components/auction/refresh-live'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import type { NextStep } from '@/domain/labels/next-step'
import type { PublicLabel } from '@/domain/labels/public-label'
import { showsPrice } from '@/domain/rounds/format-words'
import { roundPath } from '@/domain/rounds/round-address'

/** One date, one action, one sentence. A date that has passed is shown without a countdown. */
export function NextStepPane({
  step,
  offer,
  zone,
  now,
}: {
  step: NextStep
  offer: PublicLabel['offer']
  zone: string
  now: Date
}) {
  const ahead = step.at !== undefined && step.at > now
  return (
    <>
      <div>
        {step.at ? (
          <>
            <span className="small muted">
              {ahead ? step.lead : (step.past ?? step.lead.replace(/ in$/, ''))}
            </span>
            {ahead && (
              <span className="big-n">
                <Countdown until={step.at.toISOString()} now={now.toISOString()} minutes />
              </span>
            )}
            <span className="small soft block">
              <When at={step.at} zone={zone} />
            </span>
          </>
        ) : (
          <b className="block font-[550] text-21">{step.lead}</b>
        )}
      </div>
      {step.action && (
        <Button href={step.action.href} variant={step.action.look} size="l" wide>
          {step.action.text}
        </Button>
      )}
      <p className="small soft">{step.sentence}</p>
      {offer?.lotState === 'open' && showsPrice(offer.format) && (
        <RefreshLive topics={[`lot:${offer.lotId}`, `round:${offer.roundId}`]} />
      )}
      {offer && (
        <p className="row -ml-2">
          <Button
            href={`${roundPath(offer)}/calendar.ics`}
            variant="quiet"
            size="s"
            icon="calendar-plus"
            download
          >
            Calendar
          </Button>
        </p>
      )}
    </>
  )
}
