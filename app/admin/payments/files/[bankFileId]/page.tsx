import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MatchedDebit } from '@/domain/payments/match-debits'
import { fileToCount } from '@/domain/payments/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { viewerZone } from '@/lib/time/viewer-zone'
import { FreshReceipts } from '../../_parts/fresh-receipts'
import { OtherLines } from '../../_parts/other-lines'
import { count } from '../../actions'

export const metadata: Metadata = { title: 'Bank file' }

/** What a bank file says and what counting it would do; nothing counts before two people agree (R10.2, R16.3). */
export default async function BankFilePage({ params }: PageProps<'/admin/payments/files/[bankFileId]'>) {
  const person = await requirePerson()
  const page = await fileToCount(person, await params)
  if (!page) notFound()
  const { file, format, fresh, known, debits, problems } = page
  const zone = await viewerZone()
  const sum = fresh.reduce((total, { receipt }) => total + receipt.amountMinor, 0n)
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <Breadcrumb
          items={[{ text: 'Payments', href: '/admin/payments' }, { text: file.fileName || 'Bank file' }]}
        />
        <h1>{file.fileName || 'Bank file'}</h1>
        <p className="lede">
          {format}, read <When at={file.readAt} zone={zone} />.
        </p>
        <p className="small soft mono brk">SHA-256 {file.sha256}</p>
      </header>
      {file.countedAt ? (
        <Notice tone="good" title="This file is counted">
          Since <When at={file.countedAt} zone={zone} />. It cannot be counted again.
        </Notice>
      ) : fresh.length === 0 ? (
        <Notice tone="info" title="Nothing in this file is new" />
      ) : (
        may(person, 'payment.count-file') === 'yes' && (
          <Form action={count} idempotencyKey={newId('key')} className="form">
            <input type="hidden" name="bankFileId" value={file.id} />
            <p>
              Receipts that are new: <b>{fresh.length}</b>, together <b>{formatMoney(sum)}</b>. They count
              once a second person approves.
            </p>
            <div className="actions">
              <SubmitButton busy="Asking">Ask a second person to count these</SubmitButton>
            </div>
          </Form>
        )
      )}
      {fresh.length > 0 && (
        <section aria-labelledby="fresh">
          <SectionHead title="New" id="fresh" minor />
          <FreshReceipts fresh={fresh} />
        </section>
      )}
      {known.length > 0 && (
        <section aria-labelledby="known">
          <SectionHead title="Counted before" id="known" minor />
          <OtherLines
            label="Counted before"
            lines={known.map(({ receipt, why }) => ({
              line: receipt.line,
              reason: why,
              text: `${receipt.bookedOn}, ${formatMoney(receipt.amountMinor)}, ${receipt.payer}, ${receipt.reference}`,
            }))}
          />
        </section>
      )}
      {debits.length > 0 && (
        <section aria-labelledby="debits">
          <SectionHead title="Money that left" id="debits" minor />
          <OtherLines label="Money that left" lines={debits.map(lineOf)} />
        </section>
      )}
      {problems.length > 0 && (
        <section aria-labelledby="problems">
          <SectionHead title="Not counted" id="problems" minor />
          <OtherLines label="Not counted" lines={problems} />
        </section>
      )}
    </div>
  )
}

const sentWords = { refund: 'The refund recorded for', deposit: 'The deposit given back to' } as const

/** What a line of money that left is, beside what finance recorded. */
function lineOf({ debit: { line, bookedOn, amountMinor, payee, reference, message }, sent }: MatchedDebit) {
  const reason = sent
    ? `${sentWords[sent.what]} ${sent.organisation}.`
    : 'No refund is recorded with this reference and amount.'
  return {
    ...{ line, reason },
    text: [bookedOn, formatMoney(amountMinor), payee, reference, message].filter(Boolean).join(', '),
  }
}
