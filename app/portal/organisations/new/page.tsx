import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { newId } from '@/lib/ids'
import { OrganisationFields } from '../_parts/organisation-fields'
import { sendNewOrganisation } from '../actions'

export const metadata: Metadata = { title: 'Add an organisation' }

export default async function NewOrganisationPage() {
  await requirePerson({ account: true })
  return (
    <div className="wrap page stack [--gap:1.6rem]">
      <BackLink href="/portal/organisations">Organisations</BackLink>
      <h1>Add an organisation</h1>
      <p className="lede">The organisation that would hold the name. You become its owner here.</p>
      <Form action={sendNewOrganisation} idempotencyKey={newId('key')}>
        <OrganisationFields />
        <div className="actions ruled">
          <SubmitButton>Add organisation</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
