import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { PlanDocument } from '@/components/plans/plan-document'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { applicationToCheck } from '@/domain/applications/queries'
import { isAccepting, isEditable } from '@/domain/applications/rules'
import { spell } from '@/domain/labels/spell'
import { processNow } from '@/lib/clock'
import { ApplicationSide } from '../../_parts/application-side'
import { SubmitDeclaration } from '../../_parts/submit-declaration'

type Props = { params: Promise<{ applicationId: string }> }

const load = cache(async (applicationId: string) => {
  const person = await requirePerson()
  const page = await applicationToCheck(person, { applicationId })
  if (!page) notFound()
  return { person, ...page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lot } = await load((await params).applicationId)
  return { title: `Check your application for ${lot.label}.org before you submit it` }
}

/** Everything that would be submitted, with a way back to each answer, and the declaration. */
export default async function CheckPage({ params }: Props) {
  const { applicationId } = await params
  const { person, application, organisation, round, lot, ready, registrar, rules, versions } =
    await load(applicationId)
  const base = `/portal/applications/${applicationId}`
  if (!ready || !isEditable(application.state) || !isAccepting(round, processNow())) redirect(base)
  const isOwner = person.memberships.some(
    ({ organisationId, role }) => organisationId === organisation.id && role === 'owner',
  )
  return (
    <div className="wrap">
      <div className="application">
        <div className="question">
          <BackLink href={base}>Back to your tasks</BackLink>
          <h1>
            Check your application for <LabelName label={lot.label} /> before you submit it
          </h1>
          <DefinitionList
            items={[
              {
                term: 'Name',
                value: (
                  <>
                    {lot.label}.org, {spell(lot.label)}
                  </>
                ),
              },
              { term: 'Reference', value: <span className="mono">{application.reference}</span> },
              { term: 'Organisation', value: organisation.legalName },
              {
                term: 'Registrar',
                value: (
                  <>
                    {registrar?.name}, confirmed{' '}
                    <Link href={`${base}/registrar`}>
                      Change<span className="sr-only"> registrar</span>
                    </Link>
                  </>
                ),
              },
            ]}
          />
          <PlanDocument
            reading={ready.reading}
            attachments={ready.attachments}
            change={({ id, heading }) => (
              <Link href={`${base}/sections/${id}`}>
                Change<span className="sr-only"> {heading.toLowerCase()}</span>
              </Link>
            )}
          />
          <SubmitDeclaration
            applicationId={applicationId}
            label={lot.label}
            checkedHash={ready.checkedHash}
            rules={rules}
            isOwner={isOwner}
            replaces={versions > 0}
          />
        </div>
        <ApplicationSide applicationId={applicationId} />
      </div>
    </div>
  )
}
