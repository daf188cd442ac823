import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { openCheckpoint, signCheckpoint } from '@/transcript/checkpoint'
import { formatVerifierKey, isKeyName, parseVerifierKey, verifierKeyOf } from '@/transcript/note'
import type { Area } from './area'
import { CheckFailed } from './check-failed'
import { Hex32 } from './hex'
import { InputRefused } from './input-refused'

const SignInput = z.strictObject({
  origin: z.string().refine(isKeyName, 'An origin has no spaces and no plus sign.'),
  size: z.int().min(0, 'It cannot be below zero.'),
  rootHex: Hex32,
  seedHex: Hex32,
})
const VerifyInput = z.strictObject({ note: z.string(), vkey: z.string() })

/** Signed checkpoints of a transcript: C2SP signed notes with Ed25519 (R9.2). */
export default {
  area: 'checkpoint',
  verbs: {
    sign: {
      summary: 'The checkpoint as a signed note, and the key that verifies it',
      input: SignInput,
      run: ({ origin, size, rootHex, seedHex }: z.output<typeof SignInput>) => ({
        note: signCheckpoint({ origin, size, root: rootHex }, seedHex),
        vkey: formatVerifierKey(verifierKeyOf(origin, seedHex)),
      }),
    },
    verify: {
      summary: 'Whether the note is a checkpoint signed by the key; exit 1 when it is not',
      input: VerifyInput,
      run: verify,
    },
  },
} satisfies Area

function verify({ note, vkey }: z.output<typeof VerifyInput>) {
  const key = parseVerifierKey(vkey)
  if (!key) throw new InputRefused('checkpoint.not-a-key', 'This is no verifier key of Ed25519.', 'vkey')
  const checkpoint = openCheckpoint(note, key)
  if (!checkpoint) throw new CheckFailed('The note is no checkpoint that this key signed.')
  const { origin, size, root } = checkpoint
  return { ok: true, origin, size, rootHex: bytesToHex(root) }
}
