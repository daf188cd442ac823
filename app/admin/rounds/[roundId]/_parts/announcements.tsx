import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { FoundRound } from './read-round'

/** What everyone in the round was told, newest first. */
export function Announcements({ announcements, zone }: Pick<FoundRound, 'announcements'> & { zone: string }) {
  return (
    <section aria-labelledby="announcements">
      <SectionHead title="Announcements" id="announcements" minor />
      {announcements.length === 0 ? (
        <p className="small muted mt-3">None yet.</p>
      ) : (
        <ul className="announcements mt-0 border-t-0">
          {announcements.map((announcement) => (
            <li key={announcement.id}>
              <When at={announcement.at} zone={zone} />
              {announcement.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
