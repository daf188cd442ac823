import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { PlanDocument, PlanOutline } from '@/components/plans/plan-document'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { applicationForOfficers } from '@/domain/applications/officer-queries'
import { applicationStateWords } from '@/domain/applications/rules'
import { countryName } from '@/domain/organisations/countries'
import { kindWords } from '@/domain/organisations/rules'
import { roundName } from '@/domain/rounds/round-name'
import { viewerZone } from '@/lib/time/viewer-zone'
import { SponsorshipTable } from '../_parts/sponsorship-table'

type Props = { params: Promise<{ applicationId: string }> }

const load = cache(async (applicationId: string) => {
  const page = await applicationForOfficers(await requirePerson(), { applicationId })
  if (!page) notFound()
  return page
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { application } = await load((await params).applicationId)
  return { title: `Application ${application.reference}` }
}

const groundsWords = {
  'beneficial-owner': 'Shared owner',
  'email-domain': 'Shared e-mail domain',
  person: 'Shared person',
} as const

/** One submitted application, to be read: who is behind it, who sponsors it, whom it is related to, and its plan. */
export default async function ApplicationPage({ params }: Props) {
  const { applicationId } = await params
  const { application, organisation, lot, round, versions, current, sponsorship, related } =
    await load(applicationId)
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[{ text: 'Applications', href: '/admin/applications' }, { text: application.reference }]}
      />
      <h1 className="mt-3">
        <LabelName label={lot.label} />, {organisation.legalName}
      </h1>
      <div className="aside mt-6">
        <div>
          {related.map(({ id, organisation: other, grounds, detail, sameLot }) => (
            <div key={id} className="mb-4">
              <Notice tone={sameLot ? 'bad' : 'warn'} title={`${groundsWords[grounds]} with ${other}`}>
                {detail}.{' '}
                {sameLot && 'Both applied for this name: related parties may not both bid on it (R4.3).'}
              </Notice>
            </div>
          ))}
          {current ? (
            <PlanDocument reading={current.reading} attachments={current.attachments} />
          ) : (
            <p>Nothing was submitted.</p>
          )}
          <section className="sec">
            <SectionHead minor title="Sponsorship" />
            <SponsorshipTable rows={sponsorship} zone={zone} />
          </section>
        </div>
        <aside className="small">
          <DefinitionList
            items={[
              { term: 'Reference', value: <span className="mono">{application.reference}</span> },
              { term: 'State', value: applicationStateWords[application.state] },
              { term: 'Round', value: roundName(round) },
              { term: 'Country', value: countryName(organisation.country) ?? organisation.country },
              { term: 'Kind', value: kindWords[organisation.kind] },
              { term: 'Registration', value: organisation.registrationNumber || 'Not provided' },
              ...versions.map(({ number, receivedAt }) => ({
                term: `Version ${number}`,
                value: <When at={receivedAt} zone={zone} />,
              })),
              {
                term: 'Content hash',
                value: <span className="mono break-all">{versions[0]?.contentHash.slice(0, 16)}…</span>,
              },
            ]}
          />
          {current && (
            <div className="mt-6">
              <PlanOutline reading={current.reading} />
            </div>
          )}
        </aside>
      </div>
    </div>
  )
}
