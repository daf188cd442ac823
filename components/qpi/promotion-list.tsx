import Link from 'next/link'
import { When } from '@/components/time/when'
import { monthWords } from '@/domain/qpi/months'

type Promotion = {
  id: string
  name: string
  baselineHundredths: number
  period: string
  modelVersion: string
  opensAt: Date
  closesAt: Date
  terms: string
}

/** Promotions with their baselines and dates; linked where the viewer has a page for them. */
export function PromotionList({
  promotions,
  zone,
  hrefOf,
}: {
  promotions: readonly Promotion[]
  zone: string
  hrefOf?: (id: string) => string
}) {
  return (
    <ul>
      {promotions.map(({ id, name, baselineHundredths, period, modelVersion, opensAt, closesAt, terms }) => (
        <li key={id} className="task">
          <span>
            {hrefOf ? (
              <Link href={hrefOf(id)} prefetch={false}>
                {name}
              </Link>
            ) : (
              <b>{name}</b>
            )}
            <small>
              <When at={opensAt} zone={zone} /> until <When at={closesAt} zone={zone} />. Scores of{' '}
              {monthWords(period)}, model {modelVersion}.
            </small>
            <small>{terms}</small>
          </span>
          <span className="task-state">Baseline {(baselineHundredths / 100).toFixed(2)}</span>
        </li>
      ))}
    </ul>
  )
}
