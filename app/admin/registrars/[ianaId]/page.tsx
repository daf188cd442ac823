import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { registrarForOfficers } from '@/domain/registrars/officer-queries'
import { canSponsor } from '@/domain/registrars/rules'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { RegistrarPeople } from '../_parts/registrar-people'
import { saveContact } from '../actions'

type Props = PageProps<'/admin/registrars/[ianaId]'>

async function read({ params }: Props) {
  const { ianaId } = await params
  if (!/^[1-9]\d{0,8}$/.test(ianaId)) return undefined
  return registrarForOfficers(await currentActor(), { ianaId: Number(ianaId) })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props))?.name ?? 'Not found' }
}

export default async function RegistrarPage(props: Props) {
  const person = await requirePerson()
  const row = await read(props)
  if (!row) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Registrars', href: '/admin/registrars' }, { text: row.name }]} />
      <h1>{row.name}</h1>
      <div className="stack max-w-[46rem] [--gap:2rem]">
        <DefinitionList
          items={[
            { term: 'IANA id', value: row.ianaId },
            { term: 'Status', value: row.status },
            { term: 'Can sponsor', value: canSponsor(row) ? 'Yes' : 'No (R4.2)' },
            { term: 'RDAP', value: row.rdapUrl || 'None given' },
            { term: 'Last changed', value: <When at={row.importedAt} zone={zone} /> },
          ]}
        />
        {may(person, 'registrar.set-contact') === 'yes' ? (
          <Form action={saveContact}>
            <input type="hidden" name="ianaId" value={row.ianaId} />
            <TextInput
              name="contactEmail"
              label="Contact for sponsorship"
              hint="Requests to sponsor are sent here. Leave it empty to let applicants name an address."
              type="email"
              autoComplete="off"
              defaultValue={row.contactEmail ?? ''}
              maxLength={254}
            />
            <div className="actions">
              <SubmitButton busy="Saving">Save</SubmitButton>
            </div>
          </Form>
        ) : (
          <p className="soft">Contact for sponsorship: {row.contactEmail ?? 'none'}.</p>
        )}
        <RegistrarPeople registrar={row} zone={zone} mayInvite={may(person, 'registrar.invite') === 'yes'} />
      </div>
    </div>
  )
}
