import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableFrame } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { roleWords } from '@/domain/roles/rules'
import { endRole } from '../../actions'

type Held = {
  id: string
  role: keyof typeof roleWords
  registrarIanaId: number | null
  grantedAt: Date
  revokedAt: Date | null
}

/** Every role the person holds or held, with its dates; a standing one can be ended with a reason. */
export function HeldRoles({ roles, zone, mayChange }: { roles: Held[]; zone: string; mayChange: boolean }) {
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
                  <When at={held.revokedAt} zone={zone} />
                ) : mayChange ? (
                  <EndRole roleId={held.id} />
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

function EndRole({ roleId }: { roleId: string }) {
  return (
    <details>
      <summary>End it</summary>
      <Form action={endRole} className="stack mt-3 [--gap:.8rem]">
        <input type="hidden" name="roleId" value={roleId} />
        <TextInput name="reason" label="Why" />
        <SubmitButton variant="danger" size="s">
          End the role now
        </SubmitButton>
      </Form>
    </details>
  )
}
