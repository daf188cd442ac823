import type { AbuseClass } from '@/db/schema/qpi'
import { type Listing, later, worse } from '@/domain/qpi/join-listings'
import { monthBounds } from '@/domain/qpi/months'
import type { RowError } from '@/domain/qpi/read-transactions'
import { readCsv } from '@/lib/read-csv'
import { sayCount } from '@/lib/say-count'
import { orgDomainOf } from './org-domain'

/**
 * Reads an abuse listing of a month (R15.3): URLhaus and PhishTank as they publish them, or a plain one with the columns
 * `domain` (or `url`), `first-seen`, `mitigated`, `class`. One row for each registrable domain under .org: seen first when
 * its first address was, mitigated when its last was and none is still up. What was over before the month, or begins after
 * it, is of another month. Rows of other months, of other suffixes and those nobody verified are told as one error each
 * with how many there are; every other row that does not count is told by its line.
 * @returns undefined when no line names the columns of a known shape
 */
export function readListing(
  text: string,
  period: string,
): { rows: Listing[]; errors: RowError[] } | undefined {
  const { records, problems } = readCsv(bare(text))
  const at = records.findIndex(({ record }) => shapeOf(namesOf(record)))
  const heading = namesOf(records[at]?.record ?? [])
  const shape = shapeOf(heading)
  if (!shape) return undefined
  const errors: RowError[] = [...problems]
  const apart = new Map<string, { line: number; count: number }>()
  const joined = new Map<string, Listing>()
  const { from, to } = monthBounds(period)
  for (const { record, line } of records.slice(at + 1)) {
    const cell = (name: string) => record[heading.indexOf(name)] ?? ''
    const leave = (why: string) => {
      const known = apart.get(why)
      if (known) known.count += 1
      else apart.set(why, { line, count: 1 })
    }
    if (record.length !== heading.length) {
      errors.push({
        line,
        message: `The row has ${sayCount(record.length, ['cell', 'cells'])}, the heading ${heading.length}.`,
      })
      continue
    }
    const domain = orgDomainOf(cell(shape.address) || cell('domain'))
    const seen = shape.read(cell)
    if (!domain) leave('name no domain under .org')
    else if (seen === 'not-verified') leave('are not verified')
    else if ('message' in seen) errors.push({ line, ...seen })
    else if (seen.firstSeenAt >= to || (seen.mitigatedAt && seen.mitigatedAt < from))
      leave(`are of another month than ${period}`)
    else {
      if (seen.remark) errors.push({ line, message: seen.remark })
      keep(joined, { domain, line, ...seen })
    }
  }
  for (const [why, { line, count }] of apart)
    errors.push({ line, message: `Rows that ${why}: ${count}. This is the first.` })
  return { rows: [...joined.values()], errors: errors.sort((a, b) => a.line - b.line) }
}

type Seen = { class: AbuseClass; firstSeenAt: Date; mitigatedAt: Date | null; remark?: string }
type Cell = (name: string) => string
type Shape = {
  address: string
  read(cell: Cell): Seen | 'not-verified' | { column: string; message: string }
}

const UNKNOWN_SINCE = 'It is down, but since when is not said: it counts as still up.'

const urlhaus: Shape = {
  address: 'url',
  read(cell) {
    const firstSeenAt = instantOf(cell('dateadded'))
    if (!firstSeenAt) return { column: 'dateadded', message: 'This is no date with a time.' }
    const down = cell('url-status').toLowerCase() === 'offline'
    const mitigatedAt = down ? instantOf(cell('last-online')) : null
    return seen('unclassified', firstSeenAt, mitigatedAt, down)
  },
}

const phishtank: Shape = {
  address: 'url',
  read(cell) {
    if (cell('verified').toLowerCase() !== 'yes') return 'not-verified'
    const firstSeenAt = instantOf(cell('submission-time'))
    if (!firstSeenAt) return { column: 'submission_time', message: 'This is no date with a time.' }
    return seen('unclassified', firstSeenAt, null, cell('online').toLowerCase() === 'no')
  },
}

const plain: Shape = {
  address: 'url',
  read(cell) {
    const firstSeenAt = instantOf(cell('first-seen'))
    if (!firstSeenAt) return { column: 'first-seen', message: 'This is no date with a time.' }
    const given = cell('mitigated')
    const mitigatedAt = given === '' ? null : instantOf(given)
    if (given !== '' && !mitigatedAt) return { column: 'mitigated', message: 'This is no date with a time.' }
    if (mitigatedAt && mitigatedAt < firstSeenAt)
      return { column: 'mitigated', message: 'It was mitigated before it was seen.' }
    const as = cell('class').toLowerCase()
    if (!['', 'malicious', 'compromised'].includes(as))
      return { column: 'class', message: 'The class is malicious, compromised or empty.' }
    return seen((as || 'unclassified') as AbuseClass, firstSeenAt, mitigatedAt, false)
  },
}

function seen(as: AbuseClass, firstSeenAt: Date, mitigatedAt: Date | null, down: boolean): Seen {
  const known = mitigatedAt && mitigatedAt < firstSeenAt ? firstSeenAt : mitigatedAt
  return { class: as, firstSeenAt, mitigatedAt: known, ...(down && !known && { remark: UNKNOWN_SINCE }) }
}

function shapeOf(names: readonly string[]): Shape | undefined {
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name))
  if (has('url', 'dateadded', 'url-status', 'last-online')) return urlhaus
  if (has('url', 'submission-time', 'verified', 'online')) return phishtank
  return has('first-seen') && (has('domain') || has('url')) ? plain : undefined
}

function keep(joined: Map<string, Listing>, { remark: _told, ...row }: Listing & { remark?: string }): void {
  const known = joined.get(row.domain)
  if (!known) {
    joined.set(row.domain, row)
    return
  }
  if (row.firstSeenAt < known.firstSeenAt) known.firstSeenAt = row.firstSeenAt
  known.class = worse(known.class, row.class)
  known.mitigatedAt = later(known.mitigatedAt, row.mitigatedAt)
}

/** URLhaus comments with `#`, and names its columns in a comment. Lines keep their numbers. */
function bare(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^#[^\n]*$/gm, (line) => (/\bdateadded\b/.test(line) ? line.replace(/^#\s*/, '') : ''))
}

const namesOf = (record: readonly string[]) =>
  record.map((name) => name.toLowerCase().replace(/[\s_]+/g, '-'))

/** `2026-08-03 10:00:00` and `2026-08-03T10:00:00+00:00`, in UTC where no zone is given; or a day. */
function instantOf(text: string): Date | null {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    ) ?? []
  if (!day) return null
  const offset = !zone || zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const at = new Date(`${day}T${time ?? '00:00'}${offset}`)
  // No listing is older than the web, and the database has no year 0.
  return at.getTime() > 0 ? at : null
}
