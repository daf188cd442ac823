import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { PlanDocument } from '@/components/plans/plan-document'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { receiptOfApplication } from '@/domain/applications/queries'
import { spell } from '@/domain/labels/spell'
import { roundName } from '@/domain/rounds/round-name'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { BeforeYouBid } from '../../_parts/before-you-bid'

type Props = {
  params: Promise<{ applicationId: string }>
  searchParams: Promise<{ version?: string; submitted?: string }>
}

const load = cache(async (applicationId: string, version: string | undefined) => {
  const number = version && /^\d{1,6}$/.test(version) ? Number(version) : undefined
  const receipt = await receiptOfApplication(await requirePerson(), { applicationId, number })
  if (!receipt) notFound()
  return receipt
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { application, lot } = await load((await params).applicationId, (await searchParams).version)
  return { title: `Receipt for ${lot.label}.org, ${application.reference}` }
}

/** The record of a submission: printable, and safe to keep as a bookmark. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const { version: wanted, submitted } = await searchParams
  const { application, organisation, round, lot, version, submittedBy, registrar, reading, attachments } =
    await load(applicationId, wanted)
  const zone = await viewerZone()
  const closed = processNow() >= round.applicationsCloseAt
  const base = `/portal/applications/${applicationId}`
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to your application</BackLink>
        {submitted && (
          <div className="mt-4" role="status">
            <Notice tone="good" title="We received your application">
              A letter with this receipt is on its way to the owners of your organisation.
            </Notice>
          </div>
        )}
        <h1 className="mt-6 mb-4">
          Receipt for <LabelName label={lot.label} />
        </h1>
        <DefinitionList
          items={[
            { term: 'Reference', value: <b className="mono">{application.reference}</b> },
            {
              term: 'Name',
              value: (
                <>
                  <LabelName label={lot.label} spelled={false} />, {spell(lot.label)}
                </>
              ),
            },
            { term: 'Organisation', value: organisation.legalName },
            { term: 'Registrar', value: registrar?.name ?? '' },
            { term: 'Round', value: roundName(round) },
            { term: 'Version', value: version.number },
            { term: 'Received', value: <When at={version.receivedAt} zone={zone} seconds /> },
            { term: 'Submitted by', value: submittedBy },
            { term: 'Rules', value: `Version ${version.rulesVersion}` },
            {
              term: 'SHA-256 of the content',
              value: <span className="mono break-all">{version.contentHash}</span>,
            },
          ]}
        />
        <h2>What happens next</h2>
        <ol className="list-decimal ps-5">
          <li>
            {closed ? 'Applications closed' : 'Applications close'}{' '}
            <When at={round.applicationsCloseAt} zone={zone} />.
            {!closed && ' Until then you can replace or withdraw yours.'}
          </li>
          <li>
            Reviewers read the plan, without your name. You get the result, with scores and reasons, by{' '}
            <When at={round.reviewResultsAt} zone={zone} />.
          </li>
          <li>
            If your plan qualifies, your deposit is due <When at={round.depositDueAt} zone={zone} /> and
            bidding opens <When at={round.biddingOpensAt} zone={zone} />.
          </li>
        </ol>
        <BeforeYouBid organisation={organisation} roundId={round.id} />
        <div className="actions ruled mt-6 print:hidden">
          <Button href={base}>Your application</Button>
          <Button href={`${base}/history`} variant="quiet">
            All versions
          </Button>
        </div>
        <details className="mt-8" open={wanted !== undefined}>
          <summary>What you submitted</summary>
          <PlanDocument reading={reading} attachments={attachments} />
        </details>
      </div>
    </div>
  )
}
