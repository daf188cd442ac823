import { SectionHead } from '@/components/ui/section-head'
import type { RoundInFull } from '@/domain/rounds/public-queries'

/** The round as files. */
export function TakeWithYou({ round }: { round: RoundInFull }) {
  const files = [
    { href: `${round.path}/calendar.ics`, text: 'Dates for your calendar', kind: 'iCalendar' },
    { href: `/api/v1/rounds/${round.slug}`, text: 'Round, settings and names', kind: 'JSON' },
    { href: `/api/v1/rounds/${round.slug}?format=csv`, text: 'Names', kind: 'CSV' },
    ...(round.state === 'final'
      ? [{ href: `/api/v1/results?round=${round.slug}&format=csv`, text: 'Results', kind: 'CSV' }]
      : []),
  ]
  return (
    <section aria-labelledby="files">
      <SectionHead title="Take it with you" id="files" minor />
      <ul className="small">
        {files.map(({ href, text, kind }) => (
          <li key={href} className="row between border-hairline border-b py-2">
            <a href={href}>{text}</a>
            <span className="muted">{kind}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
