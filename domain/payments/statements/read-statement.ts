import { readBankCsv } from './read-bank-csv'
import { readCamt } from './read-camt'
import type { Statement } from './statement'

/** Reads a bank file in either format; undefined when it is neither. Pure: the same bytes always say the same. */
export function readStatement(content: Uint8Array): Statement | undefined {
  const text = decoded(content)
  return /^\ufeff?\s*</.test(text) ? readCamt(text) : readBankCsv(text)
}

/** Banks that do not write UTF-8 write the older code of Western Europe, which has a character for every byte. */
function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
