import Link from 'next/link'
import { When } from '@/components/time/when'
import { TableFrame } from '@/components/ui/table'
import { roleWords } from '@/domain/roles/rules'

type Held = {
  id: string
  role: keyof typeof roleWords
  registrarIanaId: number | null
  grantedAt: Date
  revokedAt: Date | null
  revokeReason: string | null
}

/** Every role the person holds or held, with its dates; a standing one can be ended with a reason. */
export function HeldRoles({
  userId,
  roles,
  zone,
  mayChange,
}: {
  userId: string
  roles: Held[]
  zone: string
  mayChange: boolean
}) {
  if (roles.length === 0) return <p className="soft">No role in the programme.</p>
  return (
    <TableFrame label="Roles">
      <table className="tbl">
        <caption className="sr-only">Roles, newest first</caption>
        <thead>
          <tr>
            <th>Role</th>
            <th>Since</th>
            <th>Until</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((held) => (
            <tr key={held.id}>
              <th scope="row">
                {roleWords[held.role]}
                {held.registrarIanaId !== null && ` (IANA ${held.registrarIanaId})`}
              </th>
              <td className="num">
                <When at={held.grantedAt} zone={zone} />
              </td>
              <td className="num">
                {held.revokedAt ? (
                  <>
                    <When at={held.revokedAt} zone={zone} />
                    {held.revokeReason && <small className="block soft">{held.revokeReason}</small>}
                  </>
                ) : mayChange ? (
                  <Link href={`/admin/people/${userId}/roles/${held.id}`} prefetch={false}>
                    End it<span className="sr-only">: {roleWords[held.role]}</span>
                  </Link>
                ) : (
                  'Now'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
