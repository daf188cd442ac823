import type { Json } from '../engine/json'
import { rootAt, same } from './check-tree'
import { parseVerifierKey, type VerifierKey } from './note'
import { readEntries, type ToldEvent } from './read-entries'
import { isReceiptOf, readReceipt } from './read-receipt'
import { openProof, splitProof } from './receipt-proof'
import type { RoundFile } from './round-file'

/** What became of one receipt of a bid (R7.7) when it was held against the transcript of its round. */
export type ReceiptVerdict = {
  /** The id of the attempt that it is for; null when it cannot be read. */
  attempt: string | null
  label: string | null
  /** What it says was stated, in its own words. */
  stated: string
  /** The entry of the log that holds the bid. */
  entry: number | null
  ok: boolean
  found: string
}

/**
 * Holds every receipt in a text against a transcript: who signed it, and whether the bid stands in the record as it was
 * acknowledged. One after another, as the portal hands them out.
 */
export function checkReceipts(text: string, file: RoundFile, trusted?: VerifierKey): ReceiptVerdict[] {
  const key = trusted ?? parseVerifierKey(file.receiptKey)
  const lots = readEntries(file.entries).lots
  return splitReceipts(text).map((each) => {
    const { receipt, proof } = splitProof(each)
    const verdict = checkReceipt(receipt, file, key, lots)
    return proof === null || !verdict.ok ? verdict : withProof(verdict, proof, file)
  })
}

/** The log that the bidder was shown is the log of this transcript: it holds the entry, and is its beginning. */
function withProof(verdict: ReceiptVerdict, text: string, file: RoundFile): ReceiptVerdict {
  const log = parseVerifierKey(file.key)
  const proof = log && openProof(text, verdict.attempt ?? '', log)
  if (!proof) return { ...verdict, ok: false, found: 'The proof under the receipt proves nothing.' }
  const root = rootAt(file, proof.checkpoint.size)
  if (root && !same(root, proof.checkpoint.root)) {
    const found = `The log showed two histories: the one this receipt was proven in is not the beginning of this transcript. Its entry was ${proof.index}.`
    return { ...verdict, ok: false, found }
  }
  const reach = root ? '' : ' under a checkpoint that this file does not reach'
  return {
    ...verdict,
    found: `${verdict.found} Its receipt has entry ${proof.index} of the log, proven${reach}.`,
  }
}

/** Whether a text looks like receipts at all. */
export function areReceipts(text: string): boolean {
  return /^(\ufeff)?pir receipt v1\n/.test(text.replaceAll('\r\n', '\n'))
}

/** Receipts one after another, each with the proof under it. */
export function splitReceipts(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  return lines
    .split(/^(?=pir receipt v1$)/m)
    .map((each) => `${each.trimEnd()}\n`)
    .filter((each) => each.trim() !== '')
}

function checkReceipt(
  note: string,
  file: RoundFile,
  key: VerifierKey | undefined,
  lots: ReadonlyMap<string, readonly ToldEvent[]>,
): ReceiptVerdict {
  const { attempt, lot, code, stated, said } = readReceipt(note)
  const claim = file.lots.find(({ id }) => id === lot)
  const verdict = (ok: boolean, found: string, entry: number | null = null): ReceiptVerdict => ({
    attempt,
    label: claim?.label ?? null,
    stated,
    entry,
    ok,
    found,
  })
  if (attempt === null) return verdict(false, 'This cannot be read as a receipt.')
  if (!isReceiptOf(note, key))
    return verdict(false, 'It is not signed by this portal, or a character of it was changed.')
  if (!claim) return verdict(false, 'It is for a name of another round. Take the transcript of that round.')
  const event = lots.get(lot)?.find((each) => each.attempt === attempt)
  if (code !== 'accepted')
    return event
      ? verdict(false, 'The bid was refused, and yet it stands in the record.', event.entry)
      : verdict(true, `The bid was refused (${code}), so the record does not hold it.`)
  if (!event) return verdict(false, 'The bid was acknowledged, and the record does not hold it.')
  const differs = differenceBetween(said, event.json as Record<string, Json>)
  return differs
    ? verdict(false, `The record holds the bid with another ${differs}.`, event.entry)
    : verdict(true, `The record holds the bid as it was acknowledged: entry ${event.entry}.`, event.entry)
}

/** Which of what the receipt says is otherwise in the event. A sealed bid is told by its hash alone. */
function differenceBetween(
  said: ReadonlyMap<string, string>,
  event: Record<string, Json>,
): string | undefined {
  const is = (word: string, field: string) => {
    const value = said.get(word)
    return value === undefined || value === '-' || String(event[field]) === value
  }
  if (!is('paddle', 'bidder')) return 'paddle'
  if (!is('maximum', 'maxMinor')) return 'maximum'
  if (!is('amount', 'amountMinor')) return 'amount'
  if (!is('round', 'round')) return 'round'
  return is('decided', 'at') || event.type === 'bid-submitted' || event.type === 'bid-voided'
    ? undefined
    : 'instant'
}
