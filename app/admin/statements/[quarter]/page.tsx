import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { PrintButton } from '@/components/reviews/print-button'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { statementOfQuarter } from '@/domain/statements/queries'
import { may } from '@/lib/access/policy'
import { formatCalendarDay } from '@/lib/time/format-instant'
import { viewerZone } from '@/lib/time/viewer-zone'
import { freeze } from '../actions'
import { FeeReadings } from './_parts/fee-readings'
import { StatementSheet } from './_parts/statement-sheet'

type Props = PageProps<'/admin/statements/[quarter]'>

async function load({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ quarter }, { version }] = [await params, await searchParams]
  const asked = /^\d{1,4}$/.test(`${version}`) ? { version: Number(version) } : {}
  const statement = await statementOfQuarter(person, { quarter, ...asked })
  if (!statement) notFound()
  return { person, statement, address: `/admin/statements/${statement.content.quarter}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { statement } = await load(props)
  return { title: `Statement of ${statement.content.quarter}` }
}

/** The statement of a quarter, frozen or as it stands; for the screen and for paper (R14.1). */
export default async function StatementPage(props: Props) {
  const { person, statement, address } = await load(props)
  const { content, hash, frozen, versions, isCurrent } = statement
  const zone = await viewerZone()
  const mayFreeze =
    may(person, 'statement.freeze') === 'yes' && !isCurrent && content.ordinary.increments !== '0'
  return (
    <div className="wrap page printed">
      <div className="noprint">
        <Breadcrumb items={[{ text: 'Statements', href: '/admin/statements' }, { text: content.quarter }]} />
      </div>
      <div className="row between mt-3">
        <h1>Statement of {content.quarter}</h1>
        <div className="row noprint">
          <PrintButton />
          <Button href={`${address}/csv?version=${frozen?.version ?? 0}`} icon="download" download>
            CSV
          </Button>
        </div>
      </div>
      <p className="lede">
        Registry-Level Transaction Fee under 7.2(a), from {formatCalendarDay(content.from)} up to{' '}
        {formatCalendarDay(content.to)} (UTC).
      </p>
      {frozen ? (
        <Notice tone="good" title={`Frozen, version ${frozen.version}`}>
          <When at={frozen.frozenAt} zone={zone} />, by {frozen.frozenByName} and {frozen.approvedByName}.
        </Notice>
      ) : (
        <Notice tone="info" title="Not frozen yet">
          This is what the statement would say now.
        </Notice>
      )}
      {frozen && !isCurrent && frozen.version === versions[0] && (
        <Notice tone="warn" title="What is recorded has changed since">
          The frozen statement stays. <a href={`${address}?version=0`}>See what it would say now</a>
        </Notice>
      )}
      <div className="mt-6">
        <StatementSheet content={content} />
      </div>
      <section className="sec">
        <FeeReadings tables={content.tables} />
      </section>
      <p className="xs muted mt-6">
        SHA-256 of the statement’s content: <span className="mono break-all">{hash}</span>
      </p>
      {mayFreeze && (
        <Form action={freeze} className="form noprint mt-6">
          <input type="hidden" name="quarter" value={content.quarter} />
          <div className="actions">
            <SubmitButton icon="users" busy="Asking">
              Ask a second person to freeze it
            </SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
