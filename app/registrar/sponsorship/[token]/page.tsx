import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { sponsorshipAsked } from '@/domain/sponsorships/public-queries'
import { isAnswerable, sponsorshipWords } from '@/domain/sponsorships/rules'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { answer } from './actions'

// A link is the permission: it is not to be found, and not told to the pages one goes to from here.
export const metadata: Metadata = {
  title: 'Will you sponsor this application?',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Props = { params: Promise<{ token: string }> }

/**
 * What a registrar is asked (R4.2), by the link of a letter or signed in, by the request's id. Looking changes nothing;
 * only the form answers, once.
 */
export default async function SponsorshipPage({ params }: Props) {
  const { token } = await params
  const actor = await currentActor()
  const asked = await sponsorshipAsked(token, actor)
  if (!asked) notFound()
  const own = actor.kind === 'person' && actor.registrarIanaId === asked.ianaId ? actor : undefined
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <div className="question">
        {own && <BackLink href="/registrar">Applications that name you</BackLink>}
        <h1>
          Will {asked.registrar} {asked.awarded ? 'create' : 'sponsor an application for'}{' '}
          <LabelName label={asked.label} />?
        </h1>
        <p className="soft mt-3">
          {asked.awarded
            ? 'The name was awarded to this organisation, which asks you to create it in the place of the registrar it had named. If you confirm, its token ends and you get one of your own at once.'
            : 'If the name is allocated to this organisation, it is created through you, with a token the registry gives you. You promise no more than that by answering.'}
        </p>
        <div className="mt-6">
          <DefinitionList
            items={[
              { term: 'Applicant', value: `${asked.organisation}, ${asked.country}` },
              { term: 'Website', value: asked.website || <span className="muted">Not provided</span> },
              { term: 'Reference', value: <span className="mono">{asked.reference}</span> },
              { term: 'Round', value: asked.round },
              { term: 'Registrar', value: `${asked.registrar}, IANA id ${asked.ianaId}` },
              ...(asked.awarded
                ? []
                : [{ term: 'Applications close', value: <When at={asked.closesAt} zone={zone} /> }]),
              { term: 'Answer until', value: <When at={asked.expiresAt} zone={zone} /> },
            ]}
          />
        </div>
        {isAnswerable(asked, processNow()) ? (
          <Form action={answer} className="form mt-8">
            <input type="hidden" name="token" value={token} />
            <RadioGroup
              name="answer"
              label="Your answer"
              options={[
                {
                  value: 'confirm',
                  label: asked.awarded ? 'We create the name' : 'We sponsor this application',
                },
                { value: 'decline', label: 'We do not' },
              ]}
            />
            <TextInput
              name="name"
              label="Your name"
              hint="Kept with the answer and shown to the applicant."
              autoComplete="name"
              defaultValue={own?.name}
            />
            <TextArea
              name="reason"
              label="Reason"
              hint="If you decline; the applicant reads it."
              optional
              rows={3}
            />
            <div className="actions">
              <SubmitButton busy="Sending">Send the answer</SubmitButton>
            </div>
          </Form>
        ) : (
          <div className="mt-8" role="status">
            <Notice
              tone={asked.state === 'confirmed' ? 'good' : 'info'}
              title={
                asked.state === 'requested' ? 'The time to answer has passed' : sponsorshipWords[asked.state]
              }
            >
              {asked.answeredAt && (
                <>
                  Answered by {asked.answeredByName}, <When at={asked.answeredAt} zone={zone} />.
                </>
              )}
              {!asked.answeredAt && 'The applicant can ask again.'}
            </Notice>
          </div>
        )}
      </div>
    </div>
  )
}
