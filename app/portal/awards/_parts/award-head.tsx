import { AwardMark } from '@/components/awards/award-mark'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { isActive } from '@/domain/awards/lifecycle'
import type { AwardInFull } from '@/domain/awards/read-award'
import { spell } from '@/domain/labels/spell'

/** What was won, spelled, by whom and for how much. */
export function AwardHead({ award }: { award: AwardInFull }) {
  const { label, organisation, priceMinor, rank, state } = award
  const status = state === 'allocated' ? 'allocated' : isActive(state) ? 'awarded' : 'closed'
  return (
    <section className="outcome">
      <Sort label={label} status={status} size={132} decorative />
      <div>
        <AwardMark state={state} />
        <h1>
          <LabelName label={label} spelled={false} /> {rank === 0 ? 'goes to' : 'is offered to'}{' '}
          {organisation}
        </h1>
        <p className="soft">{spell(label)}</p>
        <p className="price">
          <Money minor={priceMinor} />
        </p>
      </div>
    </section>
  )
}
