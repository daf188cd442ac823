import type { Metadata } from 'next'
import { publicPhases } from '@/domain/rounds/public-queries'

export const metadata: Metadata = {
  title: 'Feeds and calendars',
  description: 'Announcements, results and dates, to subscribe to.',
}

type Line = { href: string; text: string; kind: string }

/** What can be subscribed to, without an account. */
export default async function Feeds() {
  const phases = (await publicPhases()).filter(({ rounds }) => rounds.length > 0)
  const news = [
    { href: '/feeds/announcements.atom', text: 'Announcements of all rounds', kind: 'Atom' },
    { href: '/feeds/results.atom', text: 'Results, once a round is final', kind: 'Atom' },
  ]
  const dates = [
    { href: '/rounds/calendar.ics', text: 'The dates of all rounds', kind: 'iCalendar' },
    ...phases.flatMap(({ number, name, rounds }) => [
      { href: `/rounds/calendar.ics?phase=${number}`, text: `Phase ${number}: ${name}`, kind: 'iCalendar' },
      ...rounds.map((round) => ({
        href: `${round.path}/calendar.ics`,
        text: `Round ${round.number} of phase ${round.phase}: ${round.name}`,
        kind: 'iCalendar',
      })),
    ]),
  ]
  return (
    <div className="wrap page">
      <h1>Feeds and calendars</h1>
      <div className="prose pt-3">
        <p>
          Give an address to your feed reader or calendar, and it stays up to date by itself. Calendars show
          every date in your own time zone. With an account you can also have a calendar of{' '}
          <a href="/account/calendar">your own deadlines</a>. Data for programs is under{' '}
          <a href="/data">Data and API</a>.
        </p>
      </div>
      <h2 className="pt-8">News</h2>
      <Lines lines={news} />
      <h2 className="pt-8">Dates</h2>
      <Lines lines={dates} />
    </div>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="max-w-[44rem] pt-3">
      {lines.map(({ href, text, kind }) => (
        <li key={href} className="row between flex-nowrap border-hairline border-b py-2">
          <a href={href}>{text}</a>
          <span className="muted">{kind}</span>
        </li>
      ))}
    </ul>
  )
}
