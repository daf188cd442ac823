import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Icon } from '@/components/ui/icon'
import { spell } from '@/domain/labels/spell'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { lotStatus } from './describe-room'
import { ConnectionMark } from './refresh-live'
import type { RoomFacts } from './run-room'
import type { Connection } from './watch-live'

/** Which name, which round, and how the room hears from the server: always in words. */
export function RoomTop({
  room: { lot },
  facts,
  connection,
  wayMs,
  now,
  spoken,
  onSpoken,
}: {
  room: RoomSnapshot
  facts: RoomFacts
  connection: Connection
  wayMs: number | null
  now: number
  spoken: boolean
  onSpoken: (on: boolean) => void
}) {
  const iso = new Date(now).toISOString()
  return (
    <div className="room-top">
      <div className="wrap">
        <Sort label={lot.label} status={lotStatus[lot.state].status} decorative />
        <div>
          <h1>
            <LabelName label={lot.label} spelled={false} />
          </h1>
          <span className="small muted">{spell(lot.label)}</span>
        </div>
        <div className="facts">
          {facts.roundName}
          <br />
          <a href={facts.roundHref}>Rules of this round</a>
        </div>
        <div className="connection">
          <ConnectionMark connection={connection}>
            {connection === 'live' && wayMs !== null && (
              <span className="muted num way font-normal">{Math.round(wayMs)} ms</span>
            )}
          </ConnectionMark>
          <time dateTime={`${iso.slice(0, 19)}Z`} className="num whitespace-nowrap">
            <bdi dir="ltr">{iso.slice(11, 19)} UTC</bdi>
          </time>
          <button type="button" className="btn s announce" onClick={() => onSpoken(!spoken)}>
            <Icon name="volume-2" size="s" />
            <span>Announce: {spoken ? 'on' : 'off'}</span>
          </button>
        </div>
      </div>
    </div>
  )
}
