import { LabelName } from '@/components/labels/label-name'
import { TableFrame } from '@/components/ui/table'
import type { publicCaseCounts } from '@/domain/cases/public-queries'

type Counts = Awaited<ReturnType<typeof publicCaseCounts>>

/** How many reports each name has and what was found; nothing of who reported. */
export function CaseCounts({ counts }: { counts: Counts }) {
  if (counts.length === 0) return <p>None yet.</p>
  return (
    <TableFrame label="Reports by name">
      <table className="tbl">
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
              <td className="n">{open}</td>
              <td className="n">{confusing}</td>
              <td className="n">{notConfusing}</td>
              <td className="n">{notEstablished}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
