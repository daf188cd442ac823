import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { TableFrame } from '@/components/ui/table'
import type { Custodian } from '@/domain/sealing/current-custodians'
import { sha256Of } from '@/sealing/commitment'

/** Who holds the role of a custodian, with employer and the fingerprint of its own key. */
export function Custodians({ custodians, zone }: { custodians: readonly Custodian[]; zone: string }) {
  if (custodians.length === 0)
    return (
      <EmptyState title="No custodians yet">
        An administrator and an officer give the role of a custodian to five people of three employers. They
        hold no other role.
      </EmptyState>
    )
  return (
    <TableFrame label="Custodians">
      <table className="tbl cards">
        <caption className="sr-only">Custodians</caption>
        <thead>
          <tr>
            <th scope="col">Custodian</th>
            <th scope="col">Employer</th>
            <th scope="col">Own key, SHA-256</th>
            <th scope="col">Registered</th>
          </tr>
        </thead>
        <tbody>
          {custodians.map(({ userId, name, employer, recipient, registeredAt }) => (
            <tr key={userId}>
              <td>{name}</td>
              <td data-label="Employer">{employer ?? <span className="muted">Not said yet</span>}</td>
              <td className="mono small" data-label="Own key, SHA-256">
                {recipient ? sha256Of(new TextEncoder().encode(recipient)).slice(0, 16) : 'No key yet'}
              </td>
              <td data-label="Registered">{registeredAt && <When at={registeredAt} zone={zone} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
