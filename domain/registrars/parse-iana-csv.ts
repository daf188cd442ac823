import { readCsv } from '@/lib/read-csv'

/** One registrar as IANA lists it. `rdapUrl` is empty where IANA gives none. */
export type IanaRegistrar = {
  ianaId: number
  name: string
  status: 'Accredited' | 'Terminated' | 'Reserved'
  rdapUrl: string
}

/**
 * What a line says that cannot be taken over. `line` is the line of the file the row ends on, 1 being the
 * header.
 */
export type RowError = { line: number; message: string }

const STATUSES = ['Accredited', 'Terminated', 'Reserved'] as const
const COLUMNS = { id: 'id', name: 'registrar name', status: 'status', rdapUrl: 'rdap base url' } as const

/**
 * Reads IANA's list of registrar ids (`registrar-ids-1.csv`: ID, Registrar Name, Status, RDAP Base URL;
 * R4.2). Columns are found by their heading, in any order and case; a byte order mark and either line ending
 * are fine. Each row comes back as a registrar or as an error with its line: none is dropped in silence.
 */
export function parseIanaCsv(text: string): { rows: IanaRegistrar[]; errors: RowError[] } {
  const { records: all, problems: errors } = readCsv(text)
  const [header, ...records] = all
  const columns = header && findColumns(header.record)
  if (!columns) {
    const message = 'The first line must name the columns ID, Registrar Name, Status and RDAP Base URL.'
    return { rows: [], errors: [{ line: 1, message }, ...errors] }
  }
  const rows = new Map<number, IanaRegistrar>()
  for (const { record, line } of records) {
    const row = readRow(record, columns)
    if (typeof row === 'string') errors.push({ line, message: row })
    else if (rows.has(row.ianaId)) errors.push({ line, message: `The id ${row.ianaId} is listed twice.` })
    else rows.set(row.ianaId, row)
  }
  return { rows: [...rows.values()], errors: errors.sort((a, b) => a.line - b.line) }
}

type Columns = Record<keyof typeof COLUMNS, number>
function findColumns(header: string[]): Columns | undefined {
  const headings = header.map((heading) => heading.toLowerCase())
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, heading]) => [key, headings.indexOf(heading)]),
  ) as Columns
  return Object.values(columns).includes(-1) ? undefined : columns
}

/** A registrar, or the sentence that says why the row is none. */
function readRow(record: string[], columns: Columns): IanaRegistrar | string {
  const cell = (column: keyof Columns) => record[columns[column]]
  const [id, name, rdapUrl] = [cell('id'), cell('name'), cell('rdapUrl')]
  const status = STATUSES.find((known) => known.toLowerCase() === cell('status')?.toLowerCase())
  if (id === undefined || name === undefined || rdapUrl === undefined) return 'The row has too few columns.'
  if (!/^[1-9]\d{0,8}$/.test(id)) return `The id “${id}” is not a whole number above zero.`
  if (name === '') return 'The registrar has no name.'
  if (status === undefined) return `The status “${cell('status')}” is not Accredited, Terminated or Reserved.`
  if (rdapUrl !== '' && !/^https?:\/\/\S+$/.test(rdapUrl))
    return `The RDAP base URL “${rdapUrl}” is not a web address.`
  return { ianaId: Number(id), name, status, rdapUrl }
}
