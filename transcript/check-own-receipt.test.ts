import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { fromBase64 } from '../sealing/base64'
import { sha256Of } from '../sealing/commitment'
import { canonical } from './canonical'
import { checkOwnReceipts, findSealedFile, isSealedFile } from './check-own-receipt'
import { signCheckpoint } from './checkpoint'
import { inclusionProof, leafHash, rootOf } from './merkle'
import { formatVerifierKey, verifierKeyOf } from './note'
import { formatProof } from './receipt-proof'
import { ORIGIN, RECEIPTS, SEED } from './sample-round.harness'
import { sampleSealedRound } from './sample-sealed.harness'

const keys = {
  log: formatVerifierKey(verifierKeyOf(ORIGIN, SEED)),
  receipts: formatVerifierKey(verifierKeyOf(RECEIPTS, SEED)),
}
const file = await sampleSealedRound(['sealed-first-price'])
const [bid] = file.sealed!.bids
const sealed = fromBase64(bid!.ciphertext!)!

/** The receipt with the proof that an entry of its attempt stands in the log, with this SHA-256. */
function withProof(receipt: string, sha256: string): string {
  const entry = utf8ToBytes(canonical({ v: 1, kind: 'bid.place', object: 'bid_0', facts: { sha256 } }))
  const extra = new Uint8Array([...new Uint8Array(16), ...entry])
  const leaves = [leafHash(Uint8Array.of(1)), leafHash(extra), leafHash(Uint8Array.of(2))]
  const note = signCheckpoint({ origin: ORIGIN, size: 3, root: rootOf(leaves) }, SEED)
  return `${receipt}\n${formatProof({ extra, index: 1, proof: inclusionProof(leaves, 1, 3), note })}`
}

test('R8.1 a receipt of a sealed bid alone shows that its SHA-256 stands in the signed log', () => {
  const [good] = checkOwnReceipts(withProof(bid!.receipt, sha256Of(sealed)), keys)
  expect(good).toMatchObject({ ok: true, entry: 1, attempt: 'bid_0' })
  expect(good!.found).toBe(
    'The SHA-256 of your sealed bid stands in the log: entry 1, under a signature over 3 entries.',
  )
})

test('another sealed bid in the log, another signature or log, and a proof of nothing are told', () => {
  const said = (text: string, own = keys) => checkOwnReceipts(text, own)[0]!
  expect(said(withProof(bid!.receipt, 'ab'.repeat(32)))).toMatchObject({ ok: false, entry: 1 })
  expect(said(bid!.receipt.replace('key_0', 'key_1')).found).toContain('not signed by this portal')
  const proven = withProof(bid!.receipt, sha256Of(sealed))
  expect(said(proven.replace('index 1', 'index 0')).ok).toBe(false)
  const otherLog = formatVerifierKey(verifierKeyOf(ORIGIN, new Uint8Array(32).fill(8)))
  expect(said(proven, { ...keys, log: otherLog })).toMatchObject({ ok: false })
  expect(said(bid!.receipt)).toMatchObject({ ok: true, entry: null })
  const moved = formatVerifierKey(verifierKeyOf('moved.example/receipts', SEED))
  expect(said(bid!.receipt, { ...keys, receipts: moved }).ok).toBe(true)
  const others = formatVerifierKey(verifierKeyOf(RECEIPTS, new Uint8Array(32).fill(8)))
  expect(said(bid!.receipt, { ...keys, receipts: others }).ok).toBe(false)
})

test('R8.1 a sealed bid that was kept is found by its SHA-256, in receipts and in the transcript', () => {
  expect(isSealedFile(sealed)).toBe(true)
  expect(isSealedFile(utf8ToBytes('pir receipt v1\n'))).toBe(false)
  const own = { name: 'bid.age', sha256: sha256Of(sealed) }
  expect(findSealedFile(own, bid!.receipt, null)).toMatchObject({
    ok: true,
    found: expect.stringContaining('bid_0'),
  })
  expect(findSealedFile(own, null, file).found).toContain('the bid of paddle')
  expect(findSealedFile({ ...own, sha256: '00'.repeat(32) }, bid!.receipt, file).ok).toBe(false)
})
