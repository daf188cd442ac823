import { isSignedBy, keyNamed, parseNote, type VerifierKey } from './note'

/** What a receipt of an attempt to bid says (R7.7); null where it does not say it. */
export type Receipt = {
  attempt: string | null
  lot: string
  paddle: string | null
  key: string | null
  /** When the bid was decided, as it stands there. */
  decided: string | null
  code: string | null
  /** Of a sealed bid. */
  sha256: string | null
  isWithdrawal: boolean
  /** What was stated, in its own words. */
  stated: string
  said: ReadonlyMap<string, string>
}

/** Reads the lines of a receipt. Who signed it, `isReceiptOf` tells. */
export function readReceipt(note: string): Receipt {
  const lines = note.split('\n')
  const said = new Map(lines.map(split))
  const get = (word: string) => said.get(word) ?? null
  const [, sha256 = null] = /^sha256 ([0-9a-f]{64})$/.exec(said.get('sealed') ?? '') ?? []
  return {
    attempt: get('attempt'),
    lot: said.get('lot') ?? '',
    paddle: get('paddle'),
    key: get('key'),
    decided: get('decided'),
    code: get('code'),
    sha256,
    isWithdrawal: said.has('withdrawal'),
    stated: lines.find((line) => /^(maximum|sealed|withdrawal|amount)\b/.test(line)) ?? '',
    said,
  }
}

/** Whether the note is a receipt that this key signed: under its present name, or one from before the portal moved. */
export function isReceiptOf(note: string, key: VerifierKey | undefined): boolean {
  const parsed = parseNote(note)
  if (!parsed?.text.startsWith('pir receipt v1\n') || !key) return false
  return parsed.signatures.some(({ name }) => isSignedBy(parsed, keyNamed(name, key.publicKey)))
}

function split(line: string): [string, string] {
  const at = line.indexOf(' ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
}
