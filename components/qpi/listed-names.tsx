import { When } from '@/components/time/when'
import { TableFrame } from '@/components/ui/table'

type Listed = {
  domain: string
  class: 'malicious' | 'compromised' | 'unclassified'
  firstSeenAt: Date
  mitigatedAt: Date | null
  in: readonly { feed: string; line: number }[]
}

const classWords = {
  malicious: 'Malicious',
  compromised: 'Compromised: not counted',
  unclassified: 'Not classified: counted',
} as const
const MOST = 100

/** The names of a registrar that abuse listings name, with the feeds and lines that do. */
export function ListedNames({ listed, zone }: { listed: readonly Listed[]; zone: string }) {
  if (listed.length === 0) return <p className="muted">No name was listed.</p>
  return (
    <>
      <TableFrame label="Listed names">
        <table className="tbl tight cards">
          <caption className="sr-only">Listed names</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">As</th>
              <th scope="col">First seen</th>
              <th scope="col">Mitigated</th>
              <th scope="col">Listed by</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, MOST).map((each) => (
              <tr key={each.domain}>
                <th scope="row" className="mono">
                  {each.domain}
                </th>
                <td data-label="As">{classWords[each.class]}</td>
                <td data-label="First seen">
                  <When at={each.firstSeenAt} zone={zone} />
                </td>
                <td data-label="Mitigated">
                  {each.mitigatedAt ? <When at={each.mitigatedAt} zone={zone} /> : 'Still listed'}
                </td>
                <td className="small" data-label="Listed by">
                  {each.in.map(({ feed, line }) => `${feed}, line ${line}`).join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {listed.length > MOST && (
        <p className="small muted">And {(listed.length - MOST).toLocaleString('en')} more.</p>
      )}
    </>
  )
}
