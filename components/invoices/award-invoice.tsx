import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { inGroups } from '@/domain/invoices/creditor-reference'
import { formatCalendarDay } from '@/lib/time/format-instant'

type Arrived = { id: string; amountMinor: bigint; receivedOn: string; reference: string }

type Props = {
  invoice: { id: string; number: string; reference: string; amountMinor: bigint; issuedAt: Date }
  payments: readonly Arrived[]
  appliedMinor: bigint
  openMinor: bigint
  payBy: Date
  creditNote: { number: string; at: Date } | undefined
  mayDownload: boolean
  /** How to pay, in words. */
  instructions: string
  zone: string
  children?: React.ReactNode
}

/** What an award costs: the invoice, how to pay it, what arrived and what is open (R10.2). */
export function AwardInvoice({ invoice, openMinor, creditNote, mayDownload, zone, ...rest }: Props) {
  return (
    <section className="mt-8 space-y-4" aria-labelledby="invoice">
      <SectionHead title="Invoice and payment" id="invoice" minor />
      {creditNote ? (
        <Notice tone="quiet" title={`Invoice ${invoice.number} was taken back`}>
          Credit note {creditNote.number}, <When at={creditNote.at} zone={zone} />. Nothing is to be paid any
          more.
        </Notice>
      ) : openMinor === 0n ? (
        <Notice tone="good" title="Paid in full" />
      ) : (
        <Notice tone="warn" title="To be paid">
          <Money minor={openMinor} /> before <When at={rest.payBy} zone={zone} />. Only what has reached us by
          then counts.
        </Notice>
      )}
      <DefinitionList
        figures
        items={[
          { term: `Invoice ${invoice.number}`, value: <Money minor={invoice.amountMinor} /> },
          ...(rest.appliedMinor > 0n && !creditNote
            ? [{ term: 'Deposit applied', value: <Money minor={-rest.appliedMinor} /> }]
            : []),
          ...rest.payments.map((each) => arrived(each, mayDownload)),
          ...(creditNote
            ? []
            : [{ term: <b key="open">Open</b>, value: <Money minor={openMinor} />, key: 'open' }]),
        ]}
      />
      {!creditNote && openMinor > 0n && (
        <div className="space-y-2">
          <h3>How to pay</h3>
          <p>
            Reference to quote: <b className="mono">{inGroups(invoice.reference)}</b>
          </p>
          <p className="soft">{rest.instructions}</p>
          {rest.children}
        </div>
      )}
      {mayDownload ? (
        <Button href={`/api/v1/invoices/${invoice.id}`} icon="download" download>
          Invoice as PDF
        </Button>
      ) : (
        <p className="small soft">An owner of the organisation can download the invoice.</p>
      )}
    </section>
  )
}

function arrived({ id, amountMinor, receivedOn, reference }: Arrived, mayDownload: boolean) {
  return {
    key: id,
    term: (
      <>
        Arrived {formatCalendarDay(receivedOn)}{' '}
        <small className="soft">
          {reference}
          {mayDownload && (
            <>
              , <a href={`/api/v1/payments/${id}`}>receipt as PDF</a>
            </>
          )}
        </small>
      </>
    ),
    value: <Money minor={-amountMinor} />,
  }
}
