import { readBankCsv } from './read-bank-csv'
import { readCamt } from './read-camt'
import type { Statement } from './statement'

/** Reads a bank file in either format; undefined when it is neither. Pure: the same bytes always say the same. */
export function readStatement(content: Uint8Array): Statement | undefined {
  const text = new TextDecoder().decode(content)
  return /^\ufeff?\s*</.test(text) ? readCamt(text) : readBankCsv(text)
}
