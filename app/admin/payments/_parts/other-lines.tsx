import { TableFrame } from '@/components/ui/table'

/** Lines of a bank file that do not count, each with its reason. */
export function OtherLines({
  label,
  lines,
}: {
  label: string
  lines: readonly { line: number; reason: string; text: string }[]
}) {
  return (
    <TableFrame label={label}>
      <table className="tbl cards">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              Line
            </th>
            <th scope="col">Why</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, reason, text }) => (
            <tr key={line}>
              <td className="n">{line}</td>
              <td data-label="Why">{reason}</td>
              <td className="small brk" data-label="What it says">
                {text || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
