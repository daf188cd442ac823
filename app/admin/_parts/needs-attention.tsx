import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { SectionHead } from '@/components/ui/section-head'
import { LabelLink } from './label-link'
import type { Start } from './running-rounds'

/** What stays undone until somebody looks: questions without an answer, flagged names, suspended rounds, ended awards. */
export function NeedsAttention({
  start: { running, unanswered, flagged },
  awards,
}: {
  start: Start
  awards: readonly { id: string; label: string }[]
}) {
  const items = [
    ...awards.map(({ id, label }) => ({
      key: id,
      href: `/admin/awards/${id}/next`,
      text: `${label}.org: its award has ended. Offer it to the next in order`,
    })),
    ...running
      .filter(({ round }) => round.state === 'suspended')
      .map(({ round }) => ({
        key: `suspended ${round.id}`,
        href: `/admin/rounds/${round.id}`,
        text: `Round ${round.number} is suspended`,
      })),
    ...running.flatMap(({ round }) => {
      const count = unanswered.get(round.id) ?? 0
      if (count === 0) return []
      const text = count === 1 ? 'One question waits for an answer' : `${count} questions wait for an answer`
      return [
        {
          key: round.id,
          href: `/admin/rounds/${round.id}/questions`,
          text: `Round ${round.number}: ${text}`,
        },
      ]
    }),
  ]
  return (
    <section aria-labelledby="attention">
      <SectionHead title="Needs attention" id="attention" minor />
      {items.length === 0 && flagged.length === 0 && <p className="small muted mt-3">Nothing at present.</p>}
      <ul className="announcements mt-0 border-t-0">
        {items.map(({ key, href, text }) => (
          <li key={key}>
            <Link href={href} prefetch={false}>
              {text}
            </Link>
          </li>
        ))}
        {flagged.map(({ label, reason }) => (
          <li key={label}>
            <LabelLink label={label}>
              <LabelName label={label} />
            </LabelLink>{' '}
            is flagged: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
