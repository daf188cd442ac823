import type { Metadata } from 'next'
import Link from 'next/link'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TableFrame } from '@/components/ui/table'
import { ownOrganisations } from '@/domain/organisations/queries'
import { memberWords } from '@/domain/organisations/rules'

export const metadata: Metadata = { title: 'Organisations' }

export default async function OrganisationsPage() {
  const person = await requirePerson({ account: true })
  const organisations = (await ownOrganisations(person, undefined)) ?? []
  const create = (
    <Button href="/portal/organisations/new" variant="primary" icon="plus">
      Add an organisation
    </Button>
  )
  return (
    <div className="wrap page stack">
      <div className="row between">
        <h1>Organisations</h1>
        {organisations.length > 0 && create}
      </div>
      {organisations.length === 0 ? (
        <EmptyState title="You act for no organisation yet" action={create}>
          An application is made by the organisation that would hold the name. Add yours, or open the link of
          an invitation.
        </EmptyState>
      ) : (
        <TableFrame label="Organisations">
          <table className="tbl">
            <caption className="sr-only">Organisations you act for</caption>
            <thead>
              <tr>
                <th>Organisation</th>
                <th>Country</th>
                <th>You are</th>
              </tr>
            </thead>
            <tbody>
              {organisations.map(({ id, legalName, country, roles }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={`/portal/organisations/${id}`} prefetch={false}>
                      {legalName}
                    </Link>
                  </th>
                  <td>{country}</td>
                  <td>{roles.map((role) => memberWords[role]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  )
}
