import { Icon } from '@/components/ui/icon'
import type { RoomSnapshot } from '@/domain/lots/snapshot'

const classes = { mine: 'mine', refused: 'refused', price: undefined, event: undefined } as const

/** Bids and events, newest first. Rows stay: an outcome is never a message that goes away. */
export function RoomLog({ room: { log, me, lot } }: { room: RoomSnapshot }) {
  return (
    <section>
      <div className="row between items-baseline">
        <h2>{me ? 'My bids and events' : 'Bids and events'}</h2>
        {me && log.some(({ kind }) => kind === 'mine' || kind === 'refused') && (
          <a className="small" href={`/api/v1/lots/${lot.lotId}/receipts`}>
            Download receipts
          </a>
        )}
      </div>
      {log.length === 0 ? (
        <p className="soft">Nothing has happened yet. Bids and events appear here and stay.</p>
      ) : (
        <ol className="log">
          {log.map(({ id, at, kind, title, amount, detail }) => (
            <li key={id} className={classes[kind]}>
              <time dateTime={at} className="num">
                <bdi dir="ltr">{at.slice(11, 23)}</bdi>
              </time>
              <b>{title}</b>
              <span className="amount">{amount}</span>
              {detail && (
                <span className="detail">
                  {kind === 'mine' && <Icon name="file-check" size="s" />}
                  {kind === 'refused' && <Icon name="circle-x" size="s" />} {detail}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      <p className="xs muted mt-2">
        Times are UTC.
        {me && ' Receipts carry the proof of their place in the signed log; keep them to check the result.'}
      </p>
    </section>
  )
}
