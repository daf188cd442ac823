import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Timeline } from '@/components/ui/timeline'
import { awardCourse, type CourseFacts } from '@/domain/awards/course'

/** What happened to an award, what is due and what comes next. */
export function AwardCourse({ award, zone }: { award: CourseFacts; zone: string }) {
  return (
    <section aria-labelledby="course">
      <SectionHead title="Its course" id="course" minor />
      <Timeline
        items={awardCourse(award).map(({ at, text, ...step }) => ({
          ...step,
          text: text && `${text.replace(/\.$/, '')}.`,
          when: at && <When at={at} zone={zone} />,
        }))}
      />
    </section>
  )
}
