import type { Metadata } from 'next'
import { AwardAllocation } from '@/app/admin/allocations/_parts/award-allocation'
import { AwardSettlement } from '@/app/portal/awards/_parts/award-settlement'
import { AwardCourse } from '@/components/awards/award-course'
import { AwardMark } from '@/components/awards/award-mark'
import { LabelName } from '@/components/labels/label-name'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { spell } from '@/domain/labels/spell'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AwardFacts } from '../_parts/award-facts'
import { InOrder } from '../_parts/in-order'
import { loadManaged } from '../_parts/load-award'

type Props = PageProps<'/admin/awards/[awardId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadManaged((await params).awardId)
  return { title: `Award of ${award.label}.org` }
}

/** Everything about one award. */
export default async function AwardPage({ params }: Props) {
  const { person, award } = await loadManaged((await params).awardId)
  const zone = await viewerZone()
  const { id, label, state, organisation } = award
  const extendable = (state === 'offered' || state === 'accepted') && may(person, 'award.extend') === 'yes'
  const offerable = award.waits && may(person, 'award.offer-next') === 'yes'
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[{ text: 'Awards', href: '/admin/awards' }, { text: <span className="label">{label}</span> }]}
      />
      <header className="mt-3">
        <AwardMark state={state} />
        <h1>
          <LabelName label={label} spelled={false} /> to {organisation}
        </h1>
        <p className="soft">{spell(label)}</p>
        {(extendable || offerable) && (
          <div className="actions">
            {offerable && (
              <Button href={`/admin/awards/${id}/next`} variant="primary">
                Offer to the next in order
              </Button>
            )}
            {extendable && <Button href={`/admin/awards/${id}/extend`}>Give more time</Button>}
          </div>
        )}
      </header>
      <div className="aside mt-6">
        <div className="stack [--gap:var(--s-7)]">
          <AwardCourse award={award} zone={zone} />
          <AwardSettlement person={person} awardId={id} />
          <AwardAllocation person={person} awardId={id} />
          <InOrder award={award} />
        </div>
        <aside>
          <AwardFacts award={award} person={person} zone={zone} />
        </aside>
      </div>
    </div>
  )
}
