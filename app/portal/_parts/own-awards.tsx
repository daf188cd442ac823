import Link from 'next/link'
import { AwardMark } from '@/components/awards/award-mark'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { isActive } from '@/domain/awards/lifecycle'
import type { AwardInFull } from '@/domain/awards/read-award'
import { hasBuildOut } from '@/domain/commitments/rules'

type Own = Omit<AwardInFull, 'moves' | 'extensions'>

/** What one’s organisations have won: where each stands, and what is due. Nothing where there is nothing. */
export function OwnAwards({ awards, zone }: { awards: readonly Own[]; zone: string }) {
  if (awards.length === 0) return null
  const standing = awards.filter(({ state }) => isActive(state))
  const over = awards.filter(({ state }) => !isActive(state))
  return (
    <section className="sec" aria-labelledby="awards">
      <SectionHead id="awards" title="Your awards" />
      <ul className="mt-3">
        {[...standing, ...over].map((award) => (
          <li key={award.id} className="task max-[760px]:flex-col">
            <span className="row flex-nowrap">
              <Sort
                label={award.label}
                status={
                  award.state === 'allocated' ? 'allocated' : isActive(award.state) ? 'awarded' : 'closed'
                }
                size={48}
                decorative
              />
              <span>
                <Link href={`/portal/awards/${award.id}`}>
                  <LabelName label={award.label} spelled={false} />
                </Link>
                <small>{award.organisation}</small>
                <small>
                  <Money minor={award.priceMinor} />
                </small>
              </span>
            </span>
            <span className="min-[761px]:text-end">
              <AwardMark state={award.state} />
              <Due award={award} zone={zone} />
              {hasBuildOut(award.state) && (
                <Link className="small block py-1" href={`/portal/build-out/${award.id}`}>
                  Commitments<span className="sr-only"> for {award.label}.org</span>
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Due({ award: { id, label, state, acceptBy, payBy }, zone }: { award: Own; zone: string }) {
  if (state !== 'offered' && state !== 'accepted') return null
  const [verb, at] = state === 'offered' ? ['Answer', acceptBy] : ['Pay', payBy]
  return (
    <span className="small block">
      <Link className="block py-1" href={`/portal/awards/${id}`}>
        {verb}
        <span className="sr-only"> for {label}.org</span> before <When at={at as Date} zone={zone} />
      </Link>
    </span>
  )
}
