import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Timeline } from '@/components/ui/timeline'
import type { PublicCourse } from '@/domain/awards/public-queries'
import { tellCourse } from '@/domain/awards/tell-course'

/** What became of a name since its result: who accepted, who did not, and to whom it went then. */
export function AwardNews({ course, zone }: { course: PublicCourse; zone: string }) {
  return (
    <section className="mt-8" aria-labelledby="since">
      <SectionHead title="Since the result" id="since" minor />
      <Timeline
        items={tellCourse(course).map(({ title, at, text }) => ({
          state: 'past',
          title,
          text,
          when: <When at={at} zone={zone} />,
        }))}
      />
    </section>
  )
}
