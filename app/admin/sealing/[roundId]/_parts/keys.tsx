import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { Found } from './found'

/** Every key of the round, the newest first, with who holds which share and has proven it. */
export function Keys({ found: { keys, provenKeyId, opening }, zone }: { found: Found; zone: string }) {
  if (keys.length === 0)
    return (
      <EmptyState title="No key yet" sorts={false}>
        Bidding cannot open before there is a key and four custodians have proven their shares. It moves on by
        a business day until then.
      </EmptyState>
    )
  return keys.map((key) => (
    <div key={key.id} className="stack">
      <h3>
        Key {key.version}{' '}
        {key.id === provenKeyId ? (
          <Mark tone="good" icon="circle-check">
            {opening ? 'Bids were sealed to it' : 'Bids are sealed to it'}
          </Mark>
        ) : (
          <Mark tone="quiet" icon="circle">
            Not in use
          </Mark>
        )}
      </h3>
      <p className="small soft">
        Published <When at={key.publishedAt} zone={zone} />. SHA-256 of the ceremony:{' '}
        <span className="mono break-all">{key.ceremonyHash}</span>
      </p>
      <TableFrame label={`Shares of key ${key.version}`}>
        <table className="tbl cards">
          <caption className="sr-only">Shares of key {key.version}</caption>
          <thead>
            <tr>
              <th scope="col">Share</th>
              <th scope="col">Custodian</th>
              <th scope="col">SHA-256</th>
              <th scope="col">Proven</th>
            </tr>
          </thead>
          <tbody>
            {key.shares.map((share) => (
              <tr key={share.userId}>
                <td data-label="Share">{share.position}</td>
                <td data-label="Custodian">{share.name}</td>
                <td className="mono small" data-label="SHA-256">
                  {share.sha256.slice(0, 16)}…
                </td>
                <td data-label="Proven">
                  {share.provenAt ? <When at={share.provenAt} zone={zone} /> : 'Not yet'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <details>
        <summary>Recipient</summary>
        <p className="mono small break-all">{key.recipient}</p>
      </details>
    </div>
  ))
}
