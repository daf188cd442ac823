import { type ReceiptVerdict, splitReceipts } from './check-receipt'
import { parseVerifierKey } from './note'
import { isReceiptOf, readReceipt } from './read-receipt'
import { openProof, splitProof } from './receipt-proof'
import type { RoundFile } from './round-file'

/** The keys of the portal, as text. */
export type PortalKeys = { log: string; receipts: string }

/**
 * Checks receipts by themselves, while there is no transcript yet: who signed each, and that the entry of its bid has its
 * place in the signed log; of a sealed bid with the very SHA-256 that was acknowledged (R7.7, R8.1, R9.2).
 */
export function checkOwnReceipts(text: string, keys: PortalKeys): ReceiptVerdict[] {
  const [log, receipts] = [parseVerifierKey(keys.log), parseVerifierKey(keys.receipts)]
  return splitReceipts(text).map((each): ReceiptVerdict => {
    const { receipt, proof } = splitProof(each)
    const { attempt, stated, sha256, code } = readReceipt(receipt)
    const verdict = (ok: boolean, found: string, entry: number | null = null) => ({
      ...{ attempt, label: null, stated, entry, ok, found },
    })
    if (!isReceiptOf(receipt, receipts))
      return verdict(false, 'It is not signed by this portal, or a character of it was changed.')
    if (proof === null)
      return verdict(
        true,
        'It is signed by this portal. Download it again in a moment for the proof of its place in the log.',
      )
    const proven = log && openProof(proof, attempt ?? '', log)
    if (!proven) return verdict(false, 'The proof under the receipt proves nothing.')
    const { index, checkpoint } = proven
    if (code === 'accepted' && proven.sha256 !== sha256)
      return verdict(
        false,
        `Entry ${index} of the log holds another sealed bid than was acknowledged.`,
        index,
      )
    const what = sha256 === null ? 'The attempt' : 'The SHA-256 of your sealed bid'
    return verdict(
      true,
      `${what} stands in the log: entry ${index}, under a signature over ${checkpoint.size} entries.`,
      index,
    )
  })
}

/** What is known of a file with a sealed bid: whose SHA-256 it has. */
export type SealedFileVerdict = { name: string; sha256: string; ok: boolean; found: string }

/** Whether bytes are an age file, which a sealed bid is. */
export function isSealedFile(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 22)) === 'age-encryption.org/v1\n'
}

/** Looks a sealed bid up by its SHA-256: in one’s own receipts, and in the transcript once there is one. */
export function findSealedFile(
  { name, sha256 }: { name: string; sha256: string },
  receipts: string | null,
  file: RoundFile | null,
): SealedFileVerdict {
  const among = (notes: readonly string[]) =>
    notes.map((note) => readReceipt(note)).find((receipt) => receipt.sha256 === sha256)
  const inRound = among(file?.sealed?.bids.map(({ receipt }) => receipt) ?? [])
  const own = among(receipts === null ? [] : splitReceipts(receipts).map((each) => splitProof(each).receipt))
  const label = file?.lots.find(({ id }) => id === inRound?.lot)?.label
  const found = [
    ...(own ? [`Receipt ${own.attempt} acknowledges this very file.`] : []),
    ...(inRound ? [`The transcript has it as the bid of paddle ${inRound.paddle} on ${label}.org.`] : []),
  ]
  const nowhere = 'Neither a receipt nor a transcript here names a sealed bid with this SHA-256.'
  return { name, sha256, ok: found.length > 0, found: found.join(' ') || nowhere }
}
