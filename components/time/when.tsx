import { formatInstant } from '@/lib/time/format-instant'

/**
 * An instant in the viewer's zone and UTC: `Tue 1 Dec 2026, 11:00 EST (16:00 UTC)`; in UTC just that.
 * `zone` comes from `viewerZone()`. `relative` is the present instant: days around it read Today, Tomorrow, Yesterday.
 */
export function When({
  at,
  zone,
  relative,
  seconds = false,
}: {
  at: Date | string
  zone: string
  relative?: Date | string
  seconds?: boolean
}) {
  const instant = new Date(at)
  const today = relative === undefined ? undefined : new Date(relative)
  return (
    <time dateTime={instant.toISOString()}>
      <bdi dir="ltr">{formatInstant(instant, zone, today ? { today, seconds } : { seconds })}</bdi>
    </time>
  )
}
