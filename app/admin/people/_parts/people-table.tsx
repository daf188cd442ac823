import Link from 'next/link'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { roleWords } from '@/domain/roles/rules'

type Row = {
  id: string
  name: string
  email: string
  status: 'active' | 'disabled'
  verified: boolean
  secondFactor: boolean
  roles: string[]
  organisations: string[]
}

export function PeopleTable({ people }: { people: Row[] }) {
  return (
    <TableFrame label="People">
      <table className="tbl">
        <caption className="sr-only">People by name</caption>
        <thead>
          <tr>
            <th>Person</th>
            <th>Roles</th>
            <th>Acts for</th>
            <th>Account</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link href={`/admin/people/${person.id}`} prefetch={false}>
                  {person.name}
                </Link>
                <br />
                <span className="small soft brk">{person.email}</span>
              </th>
              <td>
                {person.roles.map((role) => roleWords[role as keyof typeof roleWords]).join(', ') || '–'}
              </td>
              <td>{person.organisations.join(', ') || '–'}</td>
              <td>
                <AccountMark {...person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** The state of an account in a word. */
export function AccountMark({
  status,
  verified,
  secondFactor,
}: Pick<Row, 'status' | 'verified' | 'secondFactor'>) {
  if (status === 'disabled') {
    return (
      <Mark tone="bad" icon="ban">
        Disabled
      </Mark>
    )
  }
  if (!verified) {
    return (
      <Mark tone="quiet" icon="mail">
        Not confirmed
      </Mark>
    )
  }
  return (
    <Mark tone={secondFactor ? 'good' : 'quiet'} icon={secondFactor ? 'shield-check' : 'circle-check'}>
      {secondFactor ? 'Two factors' : 'Password'}
    </Mark>
  )
}
