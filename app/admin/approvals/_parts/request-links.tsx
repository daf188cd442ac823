import Link from 'next/link'
import type { Request } from '@/domain/approvals/queries'
import type { Person } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'

type Found = Request & { roundId: string | undefined }

/** Ways to what the request is about, each only for those who may go there. */
export function RequestLinks({ request, person }: { request: Found; person: Person }) {
  const links = linksOf(request, person)
  if (links.length === 0) return null
  return (
    <nav className="row [--gap:1.4rem]" aria-label="What it is about">
      {links.map(({ href, text }) => (
        <Link key={href} href={href} prefetch={false}>
          {text}
        </Link>
      ))}
    </nav>
  )
}

function linksOf({ operation, object, roundId }: Found, person: Person) {
  const link = (href: string, text: string, may: boolean) => (may ? [{ href, text }] : [])
  const about = (...starts: string[]) => starts.some((start) => operation.startsWith(start))
  const rounds = mayRead(person, 'rounds.manage') === 'yes'
  const round = `/admin/rounds/${roundId}`
  return [
    ...(object.startsWith('label:')
      ? link(
          `/admin/labels/${object.slice(6)}`,
          `${object.slice(6)}.org`,
          mayRead(person, 'labels.manage') === 'yes',
        )
      : []),
    ...(object.startsWith('awd_')
      ? link(`/admin/awards/${object}`, 'The award', mayRead(person, 'awards.manage') === 'yes')
      : []),
    ...(object.startsWith('cas_')
      ? link(`/admin/cases/${object}`, 'The case', mayRead(person, 'cases.manage') === 'yes')
      : []),
    ...(object.startsWith('bnf_')
      ? link(`/admin/payments/files/${object}`, 'The bank file', mayRead(person, 'settlement.read') === 'yes')
      : []),
    ...(object.startsWith('usr_')
      ? link(`/admin/people/${object}`, 'The person', mayRead(person, 'people.read') === 'yes')
      : []),
    ...(roundId
      ? [
          ...link(round, 'The round', rounds),
          ...link(`${round}/approval`, 'Readiness and dry run', rounds && operation === 'round.approve'),
          ...link(`${round}/rubric`, 'The rubric in full', rounds && operation === 'round.approve'),
          ...link(
            `${round}/control`,
            'Control room',
            mayRead(person, 'auctions.control') === 'yes' &&
              about('round.suspend', 'round.resume', 'round.extend', 'round.finalise', 'bid'),
          ),
          ...link(
            `${round}/reviews/decisions`,
            'Decisions',
            mayRead(person, 'reviews.panel') === 'yes' && about('decision.'),
          ),
          ...link(
            `/admin/deposits/${roundId}`,
            'Deposits of the round',
            mayRead(person, 'deposits.read') === 'yes' && about('deposit.'),
          ),
        ]
      : []),
  ]
}
