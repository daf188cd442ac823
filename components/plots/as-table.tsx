import { TableFrame } from '@/components/ui/table'

/** The figures of a plot for whoever reads them rather than looks: rows of a table, folded away. */
export function AsTable({
  title,
  summary = 'As a table',
  columns,
  children,
}: {
  title: string
  /** What unfolds it, where no plot shows the same. */
  summary?: string
  columns: readonly { name: string; figures?: true }[]
  /** The rows. */
  children: React.ReactNode
}) {
  return (
    <details className="plot-table">
      <summary>{summary}</summary>
      <TableFrame label={`${title}, as a table`}>
        <table className="tbl tight">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map(({ name, figures }) => (
                <th key={name} className={figures && 'n'}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </TableFrame>
    </details>
  )
}
