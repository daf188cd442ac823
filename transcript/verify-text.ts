import { checkReceipts, type ReceiptVerdict } from './check-receipt'
import { parseWitnessKey } from './cosignature'
import { parseVerifierKey } from './note'
import { NoTranscript, readRoundFile } from './round-file'
import type { Verdict } from './verdict'
import { verifyRound } from './verify-round'

/** Keys known from elsewhere, as text: of the log and of witnesses. Receipts to hold against the transcript. */
export type Beside = {
  key?: string | undefined
  witnesses?: readonly string[] | undefined
  receipts?: string | undefined
}

/** Verifies a transcript from its text, and receipts with it: the same on every command line. @throws {NoTranscript} */
export async function verifyText(
  text: string,
  { key, witnesses = [], receipts }: Beside = {},
): Promise<Verdict & { receipts?: ReceiptVerdict[] }> {
  const trusted = key === undefined ? undefined : parseVerifierKey(key)
  if (key !== undefined && !trusted)
    throw new NoTranscript('key', 'a verifier key such as name+1a2b3c4d+AbC…')
  const known = witnesses.map((witness) => {
    const parsed = parseWitnessKey(witness)
    if (!parsed) throw new NoTranscript('witness', 'a key of a witness such as name+1a2b3c4d+BbC…')
    return parsed
  })
  const file = readRoundFile(text)
  const verdict = await verifyRound(file, trusted, known)
  if (receipts === undefined) return verdict
  const checked = checkReceipts(receipts, file)
  return { ...verdict, ok: verdict.ok && checked.every(({ ok }) => ok), receipts: checked }
}
