import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { TableFrame } from '@/components/ui/table'
import { mailbox } from '@/domain/mail/queries'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Development mailbox' }

export default async function MailboxPage({ searchParams }: PageProps<'/dev/mailbox'>) {
  const { to } = await searchParams
  const letters = await mailbox(typeof to === 'string' ? to : undefined)
  if (!letters) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page stack">
      <h1>Development mailbox</h1>
      <p className="lede">
        No mail server is configured, so letters end here. This page exists in a demonstration and in
        development only.
      </p>
      {letters.length === 0 ? (
        <EmptyState title="No letters yet" sorts={false}>
          The worker delivers a letter a moment after it was written.
        </EmptyState>
      ) : (
        <TableFrame label="Letters">
          <table className="tbl">
            <caption className="sr-only">Letters, newest first</caption>
            <thead>
              <tr>
                <th>Subject</th>
                <th>To</th>
                <th>Delivered</th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <tr key={letter.id}>
                  <th scope="row">
                    <Link href={`/dev/mailbox/${letter.id}`} prefetch={false}>
                      {letter.subject}
                    </Link>
                  </th>
                  <td>
                    <Link href={`/dev/mailbox?to=${encodeURIComponent(letter.to)}`} prefetch={false}>
                      {letter.to}
                    </Link>
                  </td>
                  <td className="num">{letter.sentAt && <When at={letter.sentAt} zone={zone} seconds />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  )
}
