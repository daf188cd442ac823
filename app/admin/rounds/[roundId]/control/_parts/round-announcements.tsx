import { When } from '@/components/time/when'
import type { ControlRoom } from '@/domain/rounds/control-queries'

/** What everyone in the round was told, newest first. */
export function RoundAnnouncements({ room, zone, now }: { room: ControlRoom; zone: string; now: Date }) {
  if (room.announcements.length === 0) return <p className="soft small">None yet.</p>
  return (
    <ul className="announcements">
      {room.announcements.map(({ id, at, text }) => (
        <li key={id}>
          <When at={at} zone={zone} relative={now} />
          {text}
        </li>
      ))}
    </ul>
  )
}
