import { type RowError, readIanaId } from '@/domain/qpi/read-transactions'
import { readCsv } from '@/lib/read-csv'
import { orgDomainOf } from './org-domain'

export type Holder = { domain: string; ianaId: number; line: number }

/**
 * Reads which registrar sponsors which domain: the columns `domain` and `iana-id`. Each row comes back read or as an error.
 * @returns undefined when no line names the columns
 */
export function readHolders(text: string): { rows: Holder[]; errors: RowError[] } | undefined {
  const { records, problems } = readCsv(text)
  const names = (record: readonly string[]) =>
    record.map((name) => name.toLowerCase().replace(/[\s_]+/g, '-'))
  const at = records.findIndex(({ record }) => {
    const all = names(record)
    return all.includes('domain') && all.includes('iana-id')
  })
  if (at === -1) return undefined
  const heading = names(records[at]!.record)
  const errors: RowError[] = [...problems]
  const rows = new Map<string, Holder>()
  for (const { record, line } of records.slice(at + 1)) {
    const given = record[heading.indexOf('domain')] ?? ''
    const id = record[heading.indexOf('iana-id')] ?? ''
    const ianaId = readIanaId(id)
    const domain = orgDomainOf(given)
    const first = domain && rows.get(domain)
    if (!domain)
      errors.push({ line, column: 'domain', message: `“${given.slice(0, 80)}” is no name under .org.` })
    else if (!ianaId) errors.push({ line, column: 'iana-id', message: `“${id.slice(0, 20)}” is no IANA id.` })
    else if (first)
      errors.push({ line, column: 'domain', message: `${domain} is on line ${first.line} already.` })
    else rows.set(domain, { domain, ianaId, line })
  }
  return { rows: [...rows.values()], errors: errors.sort((a, b) => a.line - b.line) }
}
