import { TableFrame } from '@/components/ui/table'

const MOST = 500

/** What could not be taken over, line by line. */
export function RowErrors({
  errors,
}: {
  errors: readonly { line: number; column?: string; message: string }[]
}) {
  if (errors.length === 0) return <p className="muted">Every row was read.</p>
  return (
    <>
      <TableFrame label="Rows that were not read">
        <table className="tbl tight cards">
          <caption className="sr-only">Rows that were not read</caption>
          <thead>
            <tr>
              <th scope="col" className="n">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, MOST).map(({ line, column, message }) => (
              <tr key={`${line} ${column} ${message}`}>
                <td className="n num" data-label="Line">
                  {line}
                </td>
                <td data-label="Column">{column ?? ''}</td>
                <td data-label="What is wrong">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {errors.length > MOST && (
        <p className="small muted">And {(errors.length - MOST).toLocaleString('en')} more.</p>
      )}
    </>
  )
}
