import { When } from '@/components/time/when'
import { Notice } from '@/components/ui/notice'
import { TableFrame } from '@/components/ui/table'
import type { registrarsForOfficers } from '@/domain/registrars/officer-queries'

type Import = NonNullable<Awaited<ReturnType<typeof registrarsForOfficers>>>['imports'][number]

/** The newest imports with their hash and counts; of the one just made, also the rows that could not be read. */
export function ImportsTable({ imports, zone, newest }: { imports: Import[]; zone: string; newest: string }) {
  const made = imports.find((row) => row.id === newest)
  if (imports.length === 0) return <p className="small muted">Nothing was imported yet.</p>
  return (
    <>
      {made && (
        <div role="status">
          <Notice
            tone={made.errors.length > 0 ? 'warn' : 'good'}
            title={`Imported: ${made.added} added, ${made.changed} changed, ${made.errors.length} unreadable`}
          >
            <ul>
              {made.errors.slice(0, 20).map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  Line {line}: {message}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <TableFrame label="Newest imports">
        <table className="tbl tight">
          <caption className="sr-only">Newest imports</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">File</th>
              <th scope="col">SHA-256</th>
              {['Rows', 'Added', 'Changed', 'Unreadable'].map((head) => (
                <th scope="col" className="n" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((row) => (
              <tr key={row.id}>
                <td>
                  <When at={row.at} zone={zone} />
                </td>
                <td>{row.source}</td>
                <td className="mono">{`${row.sha256.slice(0, 8)}…`}</td>
                <td className="n">{row.rows.toLocaleString('en')}</td>
                <td className="n">{row.added.toLocaleString('en')}</td>
                <td className="n">{row.changed.toLocaleString('en')}</td>
                <td className="n">{row.errors.length.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  )
}
