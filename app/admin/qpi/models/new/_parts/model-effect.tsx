import { QpiStatus } from '@/components/qpi/qpi-status'
import { TableFrame } from '@/components/ui/table'
import { monthWords } from '@/domain/qpi/months'
import { registrarName } from '@/domain/qpi/registrar-name'
import type { previewModel } from '@/domain/qpi-scores/queries'
import { sayCount } from '@/lib/say-count'

type Preview = NonNullable<Awaited<ReturnType<typeof previewModel>>>
const MOST = 20

/** How the last computed month would have come out. */
export function ModelEffect({ preview }: { preview: Preview }) {
  if (!preview.run) return <p>No month is computed yet, so there is no effect to look at.</p>
  const { run, rows, scored, turned, remarks } = preview
  return (
    <>
      <p>
        {monthWords(run.period)}: {sayCount(rows.length, ['registrar', 'registrars'])} would stand otherwise,{' '}
        {turned.toLocaleString('en')} of them with another status. Scored now{' '}
        {scored.before.toLocaleString('en')}, then {scored.now.toLocaleString('en')}.
      </p>
      {remarks.map((remark) => (
        <p className="small soft" key={remark}>
          {remark}
        </p>
      ))}
      {rows.length > 0 && (
        <TableFrame label="Effect on the last month">
          <table className="tbl tight cards">
            <caption className="sr-only">The registrars that it moves most</caption>
            <thead>
              <tr>
                <th scope="col">Registrar</th>
                <th scope="col" className="n">
                  Now
                </th>
                <th scope="col" className="n">
                  Then
                </th>
                <th scope="col" className="md:pl-8">
                  Status then
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST).map(({ ianaId, name, score, status, before }) => (
                <tr key={ianaId}>
                  <th scope="row">{registrarName({ ianaId, name })}</th>
                  <td className="n num" data-label="Now">
                    {before.score?.toFixed(1) ?? 'none'}
                  </td>
                  <td className="n num" data-label="Then">
                    {score?.toFixed(1) ?? 'none'}
                  </td>
                  <td className="md:pl-8" data-label="Status then">
                    <QpiStatus status={status} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {rows.length > MOST && (
        <p className="small muted">And {(rows.length - MOST).toLocaleString('en')} more, moved less.</p>
      )}
    </>
  )
}
