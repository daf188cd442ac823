import { zoneName } from '@/lib/time/format-instant'
import { UseBrowserZone } from './use-browser-zone'

/** One city for each usual offset and habit of daylight saving; any other zone comes from the browser. */
const zones = [
  'UTC',
  'Pacific/Honolulu',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/Mexico_City',
  'America/New_York',
  'America/Bogota',
  'America/Sao_Paulo',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Paris',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Europe/Kyiv',
  'Europe/Istanbul',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
  'Asia/Jakarta',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
]

/** Says in which zone times are shown, and changes it. A plain form; only reading the browser's own zone needs script. */
export function ZoneSwitch({ zone, path, now }: { zone: string; path: string; now: Date }) {
  const offered = zones.includes(zone) ? zones : [zone, ...zones]
  return (
    <details>
      <summary>
        {zone === 'UTC' ? 'Shown in UTC.' : `Shown in ${place(zone)} (${zoneName(now, zone)}) and UTC.`}{' '}
        <span className="link">Change zone</span>
      </summary>
      <form action="/zone" method="post" className="stack mt-2 [--gap:.5rem]">
        <input type="hidden" name="back" value={path} />
        <label className="sr-only" htmlFor="zone-choice">
          Time zone
        </label>
        <select className="in" id="zone-choice" name="zone" defaultValue={zone}>
          {offered.map((name) => (
            <option key={name} value={name}>
              {place(name)}
            </option>
          ))}
        </select>
        <span className="row [--gap:.7rem]">
          <button className="btn s" type="submit">
            Change
          </button>
          <UseBrowserZone />
        </span>
      </form>
    </details>
  )
}

function place(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
