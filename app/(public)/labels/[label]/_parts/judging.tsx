import Link from 'next/link'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import type { PublicLabel } from '@/domain/labels/public-label'
import { formatHundredths, formatWeight } from '@/domain/reviews/rules'
import { roundPath } from '@/domain/rounds/round-address'
import { shortHash } from '../../../_parts/short-hash'

/** The criteria with their weights and the pass line, as the round froze them. */
export function Judging({ offer }: { offer: NonNullable<PublicLabel['offer']> }) {
  const { rubric, passLineHundredths, qualityCoefficientMaxBp } = offer.settings
  const bonus = offer.format === 'sealed-quality-weighted'
  return (
    <section aria-labelledby="judged">
      <SectionHead title="How it is judged" id="judged" minor />
      <DefinitionList
        figures
        items={[
          ...rubric.map(({ id, name, weightBp }) => ({ key: id, term: name, value: formatWeight(weightBp) })),
          { term: 'Pass line', value: `${formatHundredths(passLineHundredths)} of 100` },
          ...(bonus
            ? [{ term: 'Quality bonus', value: `up to ${formatWeight(qualityCoefficientMaxBp)}` }]
            : []),
        ]}
      />
      <p className="small muted mt-2">
        <Link href={`${roundPath(offer)}#settings`} prefetch={false}>
          Settings of round {offer.number}
        </Link>
        , frozen as <span className="mono">{shortHash(offer.configHash ?? '')}</span>
      </p>
    </section>
  )
}
