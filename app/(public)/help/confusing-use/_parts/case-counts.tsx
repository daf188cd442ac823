import { LabelName } from '@/components/labels/label-name'
import { TableFrame } from '@/components/ui/table'
import type { publicCaseCounts } from '@/domain/cases/public-queries'

type Counts = Awaited<ReturnType<typeof publicCaseCounts>>

/** How many reports each name has and what was found; nothing of who reported. */
export function CaseCounts({ counts }: { counts: Counts }) {
  if (counts.length === 0) return <p>None yet.</p>
  return (
    <TableFrame label="Reports by name">
      <table className="tbl cards">
        <caption className="sr-only">Reports by name</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="n">
              Being looked into
            </th>
            <th scope="col" className="n">
              Confusing
            </th>
            <th scope="col" className="n">
              Not confusing
            </th>
            <th scope="col" className="n">
              Not established
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ label, open, confusing, notConfusing, notEstablished }) => (
            <tr key={label}>
              <th scope="row">
                <LabelName label={label} />
              </th>
              <td className="n" data-label="Being looked into">
                {open}
              </td>
              <td className="n" data-label="Confusing">
                {confusing}
              </td>
              <td className="n" data-label="Not confusing">
                {notConfusing}
              </td>
              <td className="n" data-label="Not established">
                {notEstablished}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
