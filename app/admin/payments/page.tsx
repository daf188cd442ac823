import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import { paymentsDesk } from '@/domain/payments/queries'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { LatestPayments } from './_parts/latest-payments'
import { OnlineEvents } from './_parts/online-events'
import { ReadForm } from './_parts/read-form'
import { UnmatchedReceipts } from './_parts/unmatched-receipts'

export const metadata: Metadata = { title: 'Payments' }

/** Money that arrived: files from the bank, what matched no invoice, credits to send back, the latest payments. */
export default async function PaymentsPage({ searchParams }: PageProps<'/admin/payments'>) {
  const person = await requirePerson()
  const desk = await paymentsDesk(person, undefined)
  if (!desk) notFound()
  const { problem } = await searchParams
  const zone = await viewerZone()
  const acts = may(person, 'payment.record') === 'yes'
  return (
    <div className="wrap page space-y-10">
      <header className="space-y-3">
        <h1>Payments</h1>
        <p className="lede">
          Read the bank’s file. Once two people count it, what quotes an invoice is paid to it; the rest waits
          here until two people say what it is for (R10.2, R16.3).
        </p>
      </header>
      {acts && (
        <section className="space-y-4" aria-label="Bank file">
          <ReadForm problem={typeof problem === 'string' ? problem : undefined} />
          <Button href="/admin/payments/record" size="s">
            Record a payment by hand
          </Button>
        </section>
      )}
      <section aria-labelledby="unmatched">
        <SectionHead title="Without a match" id="unmatched" minor />
        <UnmatchedReceipts entries={desk.unmatched.map(({ entry }) => entry)} acts={acts} />
      </section>
      <section aria-labelledby="credits">
        <SectionHead title="To be sent back" id="credits" minor />
        {desk.credits.length === 0 ? (
          <p className="small muted mt-3">Nobody paid more than was due.</p>
        ) : (
          <ul className="mt-2">
            {desk.credits.map(({ organisationId, organisation, creditMinor }) => (
              <li className="task" key={organisationId}>
                <span>
                  {acts ? (
                    <Link href={`/admin/payments/refunds/${organisationId}`} prefetch={false}>
                      {organisation}
                    </Link>
                  ) : (
                    organisation
                  )}
                </span>
                <span className="task-state">
                  <Money minor={creditMinor} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <OnlineEvents events={desk.online} zone={zone} />
      <section aria-labelledby="latest">
        <SectionHead title="Latest payments" id="latest" minor />
        <LatestPayments latest={desk.latest} />
      </section>
      <section aria-labelledby="files">
        <SectionHead title="Files" id="files" minor />
        {desk.files.length === 0 && <p className="small muted mt-3">No file was read yet.</p>}
        <ul className="mt-2">
          {desk.files.map(({ id, fileName, readAt, countedAt, reader }) => (
            <li className="task" key={id}>
              <span>
                <Link href={`/admin/payments/files/${id}`} prefetch={false}>
                  {fileName || 'Without a name'}
                </Link>
                <small>
                  {reader}, <When at={readAt} zone={zone} />
                </small>
              </span>
              <span className="task-state">{countedAt ? 'Counted' : 'To be looked at'}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
