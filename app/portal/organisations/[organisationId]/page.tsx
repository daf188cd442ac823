import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { SecondFactorFirst } from '@/app/second-factor-first'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { ownOrganisation } from '@/domain/organisations/queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { OrganisationFields } from '../_parts/organisation-fields'
import { sendOrganisation } from '../actions'
import { Facts } from './_parts/facts'
import { InviteForm } from './_parts/invite-form'
import { Members } from './_parts/members'
import { OpenInvitations } from './_parts/open-invitations'

type Props = PageProps<'/portal/organisations/[organisationId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await ownOrganisation(await currentActor(), await params)
  return { title: found?.organisation.legalName ?? 'Not found' }
}

export default async function OrganisationPage({ params }: Props) {
  const person = await requirePerson({ account: true })
  const found = await ownOrganisation(person, await params)
  if (!found) notFound()
  const { organisation, owner, members, invitations } = found
  const changesPeople = owner && may(person, 'organisation.invite') === 'yes'
  return (
    <div className="wrap page space-y-12">
      <header className="stack">
        <BackLink href="/portal/organisations">Organisations</BackLink>
        <h1>{organisation.legalName}</h1>
        <p className="small soft">
          Id, for whoever passes a name to you: <code className="mono brk">{organisation.id}</code>
        </p>
      </header>
      <section className="stack">
        <SectionHead title="People" />
        <Members organisationId={organisation.id} members={members} mayChange={changesPeople} />
        {changesPeople && <InviteForm organisationId={organisation.id} />}
        {owner && !changesPeople && (
          <SecondFactorFirst here={`/portal/organisations/${organisation.id}`}>
            Inviting people, making somebody a bidder and ending a role decide who bids for you.
          </SecondFactorFirst>
        )}
        {invitations.length > 0 && <OpenInvitations invitations={invitations} />}
      </section>
      <section className="space-y-6">
        <SectionHead title="Organisation" />
        {owner ? (
          <Form action={sendOrganisation}>
            <input type="hidden" name="organisationId" value={organisation.id} />
            <input type="hidden" name="version" value={organisation.version} />
            <OrganisationFields values={organisation} />
            <div className="actions ruled">
              <SubmitButton>Save</SubmitButton>
            </div>
          </Form>
        ) : (
          <Facts organisation={organisation} />
        )}
      </section>
    </div>
  )
}
