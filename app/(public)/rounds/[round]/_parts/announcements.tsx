import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { RoundInFull } from '@/domain/rounds/public-queries'

/** Notices to everyone in the round, newest first. Dated and never changed. */
export function Announcements({ items, zone }: { items: RoundInFull['announcements']; zone: string }) {
  return (
    <section aria-labelledby="announcements">
      <SectionHead title="Announcements" id="announcements" minor />
      {items.length === 0 && <p className="soft small pt-3">None yet.</p>}
      <ul>
        {items.map(({ id, at, text }) => (
          <li key={id} className="border-hairline border-b py-3 last:border-b-0">
            <p className="small whitespace-pre-line">{text}</p>
            <p className="xs muted mt-1">
              <When at={at} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
