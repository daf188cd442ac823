import { TableFrame } from '@/components/ui/table'
import type { Endpoint } from '@/domain/open-data/endpoints'

type Resource = { path: string; what: string; how: string }

/** What can be fetched, what it gives and how it is asked. An address with a part to fill in is no link. */
export function ResourceTable({ label, resources }: { label: string; resources: readonly Resource[] }) {
  return (
    <TableFrame label={label}>
      <table className="tbl cards">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">GET</th>
            <th scope="col">What it gives</th>
            <th scope="col">Parameters and forms</th>
          </tr>
        </thead>
        <tbody>
          {resources.map(({ path, what, how }) => (
            <tr key={path}>
              <th scope="row" className="sm:whitespace-nowrap!">
                <code className="mono small">{path.includes('{') ? path : <a href={path}>{path}</a>}</code>
              </th>
              <td data-label="What it gives">{what}</td>
              <td className="soft" data-label="Parameters and forms">
                {how}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** `label, limit, cursor; oldest first; JSON or CSV`. */
export function describeParameters({ parameters = [], note, csv, schema }: Endpoint): string {
  const names = parameters.filter(({ of }) => of !== 'path').map(({ name }) => name)
  const forms = !schema ? 'CSV' : csv ? 'JSON, or CSV with format=csv' : 'JSON'
  return [names.join(', '), note, forms].filter(Boolean).join('; ')
}
