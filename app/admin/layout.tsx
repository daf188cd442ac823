import { Frame } from '@/app/frame'
import { MarkCurrentLink } from '@/components/site/mark-current-link'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { mayRead, type QueryName } from '@/lib/access/policy'

/** The parts of the programme's side, each shown to whoever may use its query. */
const SECTIONS: { href: string; text: string; query: QueryName }[] = [
  { href: '/admin/labels', text: 'Names', query: 'labels.manage' },
  { href: '/admin/rounds', text: 'Phases and rounds', query: 'rounds.manage' },
  { href: '/admin/applications', text: 'Applications', query: 'applications.manage' },
  { href: '/admin/awards', text: 'Awards', query: 'awards.manage' },
  { href: '/admin/build-out', text: 'Build-out', query: 'build-out.manage' },
  { href: '/admin/deposits', text: 'Deposits', query: 'deposits.read' },
  { href: '/admin/invoices', text: 'Invoices', query: 'settlement.read' },
  { href: '/admin/payments', text: 'Payments', query: 'settlement.read' },
  { href: '/admin/ledger', text: 'Ledger', query: 'ledger.read' },
  { href: '/admin/statements', text: 'Statements', query: 'statements.read' },
  { href: '/admin/cases', text: 'Confusing use', query: 'cases.manage' },
  { href: '/admin/allocations', text: 'Allocations', query: 'allocations.manage' },
  { href: '/admin/registrars', text: 'Registrars', query: 'labels.manage' },
  { href: '/admin/approvals', text: 'Second person', query: 'approvals.waiting' },
  { href: '/admin/people', text: 'People', query: 'people.read' },
  { href: '/admin/audit', text: 'Audit log', query: 'audit.read' },
]

export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  return <Frame above={<Sections actor={await currentActor()} />}>{children}</Frame>
}

function Sections({ actor }: { actor: Actor }) {
  const shown = SECTIONS.filter(({ query }) => mayRead(actor, query) === 'yes')
  if (shown.length === 0) return null
  return (
    <div className="wrap">
      <nav className="tabs mt-2" aria-label="Sections">
        <MarkCurrentLink href="/admin" prefetch={false} exact>
          Overview
        </MarkCurrentLink>
        {shown.map(({ href, text }) => (
          <MarkCurrentLink key={href} href={href} prefetch={false}>
            {text}
          </MarkCurrentLink>
        ))}
      </nav>
    </div>
  )
}
