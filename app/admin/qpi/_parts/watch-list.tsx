import { QpiStatus } from '@/components/qpi/qpi-status'
import { TableFrame } from '@/components/ui/table'
import type { QpiStatus as Status } from '@/domain/qpi/score'
import { RegistrarLink } from './registrar-link'

type Watched = {
  ianaId: number
  name: string
  domains: number
  status: Status
  per10k: number
  listed: number
}

/** Registrars near the abuse gate or beyond it, the most abused first. */
export function WatchList({ rows, gate }: { rows: readonly Watched[]; gate: number }) {
  if (rows.length === 0) return <p className="muted">Nobody is beyond half of the gate.</p>
  return (
    <TableFrame label="Abuse watch list">
      <table className="tbl cards">
        <caption className="sr-only">Registrars by malicious names in 10,000</caption>
        <thead>
          <tr>
            <th scope="col">Registrar</th>
            <th scope="col" className="n">
              In 10,000
            </th>
            <th scope="col" className="n">
              Of the gate
            </th>
            <th scope="col" className="n">
              Listed names
            </th>
            <th scope="col" className="n">
              Names
            </th>
            <th scope="col" className="md:pl-8">
              Status
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ianaId, name, domains, status, per10k, listed }) => (
            <tr key={ianaId}>
              <th scope="row">
                <RegistrarLink ianaId={ianaId} name={name} />
              </th>
              <td className="n num" data-label="In 10,000">
                {per10k.toFixed(2)}
              </td>
              <td className="n num" data-label="Of the gate">
                {gate > 0 ? `${Math.round((100 * per10k) / gate)} %` : ''}
              </td>
              <td className="n num" data-label="Listed names">
                {listed.toLocaleString('en')}
              </td>
              <td className="n num" data-label="Names">
                {domains.toLocaleString('en')}
              </td>
              <td className="md:pl-8" data-label="Status">
                <QpiStatus status={status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
