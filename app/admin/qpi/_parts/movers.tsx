import { TableFrame } from '@/components/ui/table'
import { RegistrarLink } from './registrar-link'

type Mover = { ianaId: number; name: string; before: number; now: number }

/** Who moved most in one direction. */
export function Movers({ title, rows }: { title: string; rows: readonly Mover[] }) {
  if (rows.length === 0) return <p className="muted">{title}: nobody.</p>
  return (
    <TableFrame label={title}>
      <table className="tbl tight cards">
        <caption className="text-start font-bold">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Registrar</th>
            <th scope="col" className="n">
              Before
            </th>
            <th scope="col" className="n">
              Now
            </th>
            <th scope="col" className="n">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ianaId, name, before, now }) => (
            <tr key={ianaId}>
              <th scope="row">
                <RegistrarLink ianaId={ianaId} name={name} />
              </th>
              <td className="n num" data-label="Before">
                {before.toFixed(1)}
              </td>
              <td className="n num" data-label="Now">
                {now.toFixed(1)}
              </td>
              <td className="n num" data-label="Points">
                {`${now > before ? '+' : '−'}${Math.abs(now - before).toFixed(1)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
