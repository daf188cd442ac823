import { CsvError, parse } from 'csv-parse/sync'

/** One record with the line of the file it ends on, 1 being the first. */
export type CsvRecord = { record: string[]; line: number }

/** A line that cannot be read as it stands. */
export type CsvProblem = { line: number; message: string }

/**
 * All records of a CSV file (RFC 4180), cells trimmed, empty lines left out; a byte order mark and either line ending
 * are fine, cells may be separated by something else, and records may differ in length. What the quotes do not allow, and
 * a line without end, is a problem with its line, and the rest is read all the same.
 */
export function readCsv(text: string, delimiter = ','): { records: CsvRecord[]; problems: CsvProblem[] } {
  const records: CsvRecord[] = []
  const problems: CsvProblem[] = []
  const skip = (error: CsvError | undefined) => {
    problems.push({ line: Number(error?.lines ?? 1), message: 'The quotes on this line do not match.' })
    return undefined
  }
  try {
    parse(withoutEndless(text, problems), {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      skip_records_with_error: true,
      on_skip: skip,
      on_record(record: string[], { lines }) {
        records.push({ record, line: lines })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    skip(error)
  }
  return { records, problems }
}

/** In characters. A longer line is nobody’s record: taking it apart would only hold up the portal. */
const LONGEST = 1_000_000

function withoutEndless(text: string, problems: CsvProblem[]): string {
  let [rest, from, kept] = ['', 0, 0]
  for (let line = 1; from < text.length; line++) {
    const at = text.indexOf('\n', from)
    const end = at === -1 ? text.length : at
    if (end - from > LONGEST) {
      problems.push({ line, message: 'The line is longer than a million characters.' })
      rest += text.slice(kept, from)
      kept = end
    }
    from = end + 1
  }
  return kept === 0 ? text : rest + text.slice(kept)
}
