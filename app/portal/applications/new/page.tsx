import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { choicesToStart } from '@/domain/applications/queries'
import { isAccepting } from '@/domain/applications/rules'
import { spell } from '@/domain/labels/spell'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { viewerZone } from '@/lib/time/viewer-zone'
import { start } from '../actions'

type Props = { searchParams: Promise<{ lot?: string }> }

const load = cache(async (lotId: string | undefined) => {
  if (lotId === undefined) redirect('/labels?status=open')
  // Signing in leads back here with the name that was chosen.
  const here = `/portal/applications/new?lot=${encodeURIComponent(lotId)}`
  if ((await currentActor()).kind !== 'person') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  const choices = await choicesToStart(await requirePerson(), { lotId })
  if (!choices) notFound()
  return { ...choices, here }
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { lot } = await load((await searchParams).lot)
  return { title: `Apply for ${lot.label}.org` }
}

/** Choosing the organisation that applies for a name: one application for each (R5.1). */
export default async function NewApplicationPage({ searchParams }: Props) {
  const { lot, round, organisations, here } = await load((await searchParams).lot)
  const zone = await viewerZone()
  const free = organisations.filter(
    ({ applicationId, applicationState }) => !applicationId || applicationState === 'withdrawn',
  )
  const busy = organisations.filter((one) => !free.includes(one))
  const newOrganisation = `/portal/organisations/new?next=${encodeURIComponent(here)}`
  return (
    <div className="wrap page">
      <div className="question">
        <div className="row">
          <Sort label={lot.label} status="open" size={76} decorative />
          <div>
            <h1>
              Apply for <LabelName label={lot.label} spelled={false} />
            </h1>
            <p className="soft">{spell(lot.label)}</p>
          </div>
        </div>
        {!isAccepting(round, processNow()) ? (
          <div className="mt-6">
            <Notice title="This round does not accept applications now">
              Applications open <When at={round.applicationsOpenAt} zone={zone} /> and close{' '}
              <When at={round.applicationsCloseAt} zone={zone} />.
            </Notice>
          </div>
        ) : organisations.length === 0 ? (
          <div className="mt-8">
            <EmptyState
              title="Who would hold the name?"
              action={
                <Button href={newOrganisation} variant="primary">
                  Add who applies
                </Button>
              }
            >
              Add the organisation that applies. If it is you alone, add yourself and choose “Individual” as
              what it is.
            </EmptyState>
          </div>
        ) : (
          <>
            <p className="lede mt-4">
              Applications close <When at={round.applicationsCloseAt} zone={zone} />.
            </p>
            {busy.map(({ applicationId, legalName }) => (
              <p key={applicationId} className="mt-4">
                {legalName} has an application for {lot.label}.org:{' '}
                <Link href={`/portal/applications/${applicationId}`}>Continue it</Link>
              </p>
            ))}
            {free.length > 0 && (
              <Form action={start} idempotencyKey={newId('sta')} className="form mt-6">
                <input type="hidden" name="lotId" value={lot.id} />
                <RadioGroup
                  name="organisationId"
                  label="Which organisation applies?"
                  options={free.map(({ id, legalName }) => ({ value: id, label: legalName }))}
                  defaultValue={free.length === 1 ? free[0]?.id : undefined}
                />
                <div className="actions">
                  <SubmitButton busy="Starting">Start the application</SubmitButton>
                  <Button href={newOrganisation} variant="quiet">
                    Another organisation
                  </Button>
                </div>
              </Form>
            )}
          </>
        )}
      </div>
    </div>
  )
}
