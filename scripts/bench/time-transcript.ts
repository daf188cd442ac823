/** Times the verifier on a log of a million leaves, a tenth of them told in full, beside the bare SHA-256 of as much. */
import { sha256 } from '@noble/hashes/sha2.js'
import { canonical } from '@/transcript/canonical'
import { leafHash } from '@/transcript/merkle'
import { makeLog, sampleRound } from '@/transcript/sample-round.harness'
import { verifyText } from '@/transcript/verify-text'

const LEAVES = 1_000_000
const TOLD = 100_000
const EVERY = 20_000

const round = sampleRound(['proxies-resolve'], 0)
const log = makeLog()
for (const { data } of round.entries) log.tell(data, false)
const other = canonical({
  v: 1,
  kind: 'bid.place',
  outcome: 'done',
  object: 'bid_sample',
  facts: { position: 1 },
})
for (let leaf = round.entries.length; leaf < LEAVES; leaf++)
  if (leaf < TOLD) log.tell(other, false)
  else if (leaf % EVERY === 0) log.tell(other, true)
  else log.add(leafHash(Uint8Array.of(leaf % 256, leaf >> 8, leaf >> 16)))
const text = JSON.stringify({ ...round, ...log.end() })

const started = performance.now()
const verdict = await verifyText(text)
const verified = performance.now() - started
if (!verdict.ok) throw new Error(JSON.stringify(verdict.firstWrong))

const node = new Uint8Array(65)
const bareStarted = performance.now()
for (let hash = 0; hash < LEAVES + TOLD; hash++) sha256(node)
const bare = performance.now() - bareStarted

console.log(
  `${LEAVES} leaves, ${verdict.log?.size} signed, ${TOLD} told in full (${(text.length / 1e6).toFixed(0)} MB): verified in ${(verified / 1000).toFixed(1)} s (aim under 60 s), ${(verified / bare).toFixed(2)} × the bare SHA-256 of as many nodes (${(bare / 1000).toFixed(1)} s)`,
)
