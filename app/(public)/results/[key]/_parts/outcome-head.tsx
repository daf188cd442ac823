import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Badge } from '@/components/ui/status'
import { holderOf, type PublicCourse } from '@/domain/awards/public-queries'
import { placeWords } from '@/domain/awards/tell-course'
import { outcomeWords } from '@/domain/results/outcome-words'
import type { ResultInFull } from '@/domain/results/public-queries'
import { formatMoney } from '@/lib/money'

/** The result in one sentence, the price, and when it came about. */
export function OutcomeHead({ result, zone }: { result: ResultInFull; zone: string }) {
  const { label, winner, priceMinor, closedAt, finalAt, outcome } = result
  return (
    <section className="outcome">
      <Sort label={label} status={winner ? 'awarded' : 'released'} size={232} decorative />
      <div>
        <Badge status={winner ? 'awarded' : 'released'} word="Final" />
        <h1>
          <LabelName label={label} />{' '}
          {winner ? (
            <>
              {result.course?.places[0]?.endedAt ? 'went to ' : 'goes to '}
              <Winner name={winner} />
            </>
          ) : (
            'was not sold'
          )}
        </h1>
        {priceMinor !== null && (
          <p className="price">
            <Money minor={priceMinor} />
          </p>
        )}
        <p className="soft small max-w-none">
          {outcome !== 'sold' && (
            <>
              {outcomeWords[outcome]}
              <br />
            </>
          )}
          {result.course && <Since course={result.course} />}
          {closedAt && (
            <>
              Closed <When at={closedAt} zone={zone} />
              <br />
            </>
          )}
          Final <When at={finalAt} zone={zone} />
        </p>
      </div>
    </section>
  )
}

/** What is no longer so: the award ended, and who has the name now. */
function Since({ course }: { course: PublicCourse }) {
  const [winner] = course.places
  if (!winner?.endedAt) return null
  const holder = holderOf(course)
  return (
    <>
      {winner.endReason}.{' '}
      {course.returned
        ? 'The name went back to reserved.'
        : holder
          ? `Offered to the next in order after a default: ${placeWords(holder)}, for ${formatMoney(holder.priceMinor)}.`
          : 'It is offered to the next in order.'}
      <br />
    </>
  )
}

/** What stands in brackets after a legal name is set back. */
function Winner({ name }: { name: string }) {
  const parts = /^(.*\S)\s+(\([^()]*\))$/.exec(name)
  if (!parts) return name
  return (
    <>
      {parts[1]} <span className="muted">{parts[2]}</span>
    </>
  )
}
