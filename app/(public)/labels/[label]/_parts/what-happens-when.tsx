import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Timeline, type TimelineItem } from '@/components/ui/timeline'
import { nameTimeline } from '@/domain/labels/name-timeline'
import type { PublicLabel } from '@/domain/labels/public-label'
import { basisWords } from '@/domain/labels/release-words'

/** Past, now and next of a name on offer: each with its instant in the viewer's zone and UTC. */
export function WhatHappensWhen({ name, zone, now }: { name: PublicLabel; zone: string; now: Date }) {
  const { offer, release } = name
  if (!offer) return null
  const questions = offer.state === 'applications' && offer.questionsCloseAt > now
  const milestones = nameTimeline(offer.stage, offer, offer.closesAt, offer.suspended).map(
    ({ state, title, at, until }): TimelineItem => ({
      state,
      title,
      text:
        state === 'now' && questions ? (
          <>
            Questions to the programme are answered in public until{' '}
            <When at={offer.questionsCloseAt} zone={zone} />
          </>
        ) : undefined,
      when: (at || until) && (
        <>
          {at && <When at={at} zone={zone} />}
          {at && until ? ' to ' : until ? 'until ' : ''}
          {until && <When at={until} zone={zone} />}
        </>
      ),
    }),
  )
  const released: TimelineItem[] = release
    ? [
        {
          state: 'past',
          title: 'Released for allocation',
          text: basisWords[release.basis],
          when: <When at={release.releasedAt} zone={zone} />,
        },
      ]
    : []
  return (
    <section aria-labelledby="when">
      <SectionHead title="What happens when" id="when" minor />
      <Timeline items={[...released, ...milestones]} />
    </section>
  )
}
