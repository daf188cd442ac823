import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableFrame } from '@/components/ui/table'
import { type MemberRole, memberRoles, memberWords } from '@/domain/organisations/rules'
import { endRole, sendRole } from '../../actions'

type Member = {
  userId: string
  name: string
  email: string
  roles: { id: string; role: MemberRole }[]
}

/** Who acts for the organisation and as what; an owner adds and removes roles in place. */
export function Members({
  organisationId,
  members,
  mayChange,
}: {
  organisationId: string
  members: Member[]
  mayChange: boolean
}) {
  return (
    <TableFrame label="People who act for it">
      <table className="tbl min-w-[640px] table-fixed">
        <caption className="sr-only">People and what they may do</caption>
        <thead>
          <tr>
            <th>Person</th>
            {memberRoles.map((role) => (
              <th key={role}>{memberWords[role]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.userId}>
              <th scope="row">
                {member.name}
                <br />
                <span className="small soft brk">{member.email}</span>
              </th>
              {memberRoles.map((role) => {
                const held = member.roles.find((each) => each.role === role)
                if (!mayChange) return <td key={role}>{held ? 'Yes' : '–'}</td>
                return (
                  <td key={role}>
                    {held ? (
                      <EndRole
                        organisationId={organisationId}
                        membershipId={held.id}
                        name={member.name}
                        role={role}
                      />
                    ) : (
                      <AddRole
                        organisationId={organisationId}
                        userId={member.userId}
                        role={role}
                        name={member.name}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** A role is ended in two steps: which, then the deed with what it means. Works without JavaScript. */
function EndRole({
  organisationId,
  membershipId,
  name,
  role,
}: {
  organisationId: string
  membershipId: string
  name: string
  role: MemberRole
}) {
  return (
    <details>
      <summary>
        Yes
        <span className="sr-only">
          : remove {name} as {role}
        </span>
        <span aria-hidden="true" className="small muted">
          {' '}
          Remove
        </span>
      </summary>
      <Form action={endRole} className="mt-2 space-y-2">
        <input type="hidden" name="organisationId" value={organisationId} />
        <p className="small soft">{without[role]}</p>
        <SubmitButton variant="danger" size="s" name="membershipId" value={membershipId}>
          Remove as {role}
          <span className="sr-only">: {name}</span>
        </SubmitButton>
      </Form>
    </details>
  )
}

const without: Record<MemberRole, string> = {
  owner: 'They no longer manage the organisation and its people, nor submit for it. At their next request.',
  editor: 'They no longer write its applications. At their next request.',
  bidder: 'They can no longer bid for it. Bids that stand are kept. At their next request.',
}

function AddRole({
  organisationId,
  userId,
  role,
  name,
}: {
  organisationId: string
  userId: string
  role: MemberRole
  name: string
}) {
  return (
    <Form action={sendRole} className="space-y-2">
      <input type="hidden" name="organisationId" value={organisationId} />
      <SubmitButton variant="quiet" size="s" name="member" value={`${userId} ${role}`}>
        Make {role}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </Form>
  )
}
