import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { newId } from '@/lib/ids'
import { sameSitePath } from '@/lib/same-site-path'
import { OrganisationFields } from '../_parts/organisation-fields'
import { sendNewOrganisation } from '../actions'

export const metadata: Metadata = { title: 'Add an organisation' }

/** `next`: where to go on afterwards, such as the name one was about to apply for. */
export default async function NewOrganisationPage({ searchParams }: PageProps<'/portal/organisations/new'>) {
  const { next } = await searchParams
  await requirePerson({ account: true })
  return (
    <div className="wrap page space-y-6">
      <BackLink href="/portal/organisations">Organisations</BackLink>
      <h1>Add an organisation</h1>
      <p className="lede">The organisation that would hold the name. You become its owner here.</p>
      <Form action={sendNewOrganisation} idempotencyKey={newId('key')}>
        <input type="hidden" name="next" value={sameSitePath(next)} />
        <OrganisationFields />
        <div className="actions ruled">
          <SubmitButton>Add organisation</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
