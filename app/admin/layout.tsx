import { Frame } from '@/app/frame'
import { SectionTabs } from '@/components/site/section-tabs'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { mayRead, type QueryName } from '@/lib/access/policy'

type Page = { href: string; text: string; query: QueryName }

/** The programme's side by sections, each page shown to whoever may use its query. */
const SECTIONS: { text: string; pages: Page[] }[] = [
  {
    text: 'Names',
    pages: [
      { href: '/admin/labels', text: 'All names', query: 'labels.manage' },
      { href: '/admin/cases', text: 'Confusing use', query: 'cases.manage' },
    ],
  },
  {
    text: 'Phases and rounds',
    pages: [
      { href: '/admin/rounds', text: 'Phases and rounds', query: 'rounds.manage' },
      { href: '/admin/sealing', text: 'Sealed bids', query: 'sealing.manage' },
    ],
  },
  {
    text: 'Applications',
    pages: [{ href: '/admin/applications', text: 'Applications', query: 'applications.manage' }],
  },
  {
    text: 'Awards',
    pages: [
      { href: '/admin/awards', text: 'All awards', query: 'awards.manage' },
      { href: '/admin/allocations', text: 'Allocations', query: 'allocations.manage' },
      { href: '/admin/build-out', text: 'Build-out', query: 'build-out.manage' },
    ],
  },
  {
    text: 'Money',
    pages: [
      { href: '/admin/deposits', text: 'Deposits', query: 'deposits.read' },
      { href: '/admin/invoices', text: 'Invoices', query: 'settlement.read' },
      { href: '/admin/payments', text: 'Payments', query: 'settlement.read' },
      { href: '/admin/ledger', text: 'Ledger', query: 'ledger.read' },
      { href: '/admin/statements', text: 'Statements', query: 'statements.read' },
    ],
  },
  {
    text: 'Registrars',
    pages: [
      { href: '/admin/registrars', text: 'All registrars', query: 'labels.manage' },
      { href: '/admin/qpi', text: 'Quality', query: 'qpi.manage' },
    ],
  },
  {
    text: 'Second person',
    pages: [{ href: '/admin/approvals', text: 'Second person', query: 'approvals.waiting' }],
  },
  { text: 'People', pages: [{ href: '/admin/people', text: 'People', query: 'people.read' }] },
  { text: 'Audit log', pages: [{ href: '/admin/audit', text: 'Audit log', query: 'audit.read' }] },
]

export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  return <Frame above={<Sections actor={await currentActor()} />}>{children}</Frame>
}

function Sections({ actor }: { actor: Actor }) {
  const shown = SECTIONS.flatMap(({ text, pages }) => {
    const own = pages.filter(({ query }) => mayRead(actor, query) === 'yes')
    return own.length === 0 ? [] : [{ text, pages: own.map(({ href, text }) => ({ href, text })) }]
  })
  if (shown.length === 0) return null
  return (
    <div className="wrap">
      <SectionTabs sections={shown} />
    </div>
  )
}
