import { Mark } from './status'

/**
 * A proposal that needs a second person (R16.3): what would change (`<Changes>`), why, who proposed it, who may approve
 * it, and what the approval binds to. The form (typed phrase, approve, refuse) is the page's, as children.
 */
export function TwoPersonPanel({
  title,
  changes,
  reason,
  proposer,
  approver,
  expires,
  hash,
  children,
}: {
  title: string
  changes?: React.ReactNode
  reason?: React.ReactNode
  proposer: { name: string; at: React.ReactNode }
  approver: { name?: string; at?: React.ReactNode }
  /** `<Countdown>`, or a word once it is decided. */
  expires?: React.ReactNode
  hash?: string
  children?: React.ReactNode
}) {
  return (
    <section className="two-person" aria-label={title}>
      <div className="row between">
        <Mark tone={approver.at ? 'good' : 'warn'} icon="users">
          {approver.at ? 'Approved by two people' : 'Second person needed'}
        </Mark>
        {expires && <span className="small num muted">expires in {expires}</span>}
      </div>
      <h2>{title}</h2>
      {changes}
      {reason && <p className="small soft">Reason: {reason}</p>}
      <div className="people">
        <Person part="Proposed" name={proposer.name} at={proposer.at} />
        <Person part="Approval" name={approver.name ?? 'Another officer'} at={approver.at} />
      </div>
      {children}
      {hash && (
        <p className="xs muted mt-3">
          Binds to these exact values, <span className="mono">{hash}</span>. You cannot approve your own
          proposal.
        </p>
      )}
    </section>
  )
}

function Person({ part, name, at }: { part: string; name: string; at?: React.ReactNode }) {
  return (
    <div>
      <span className="muted">{part}</span>
      <br />
      <b>{name}</b>
      <br />
      <Mark tone={at ? 'good' : 'quiet'} icon={at ? 'circle-check' : 'circle'}>
        {at ?? 'Waiting'}
      </Mark>
    </div>
  )
}
