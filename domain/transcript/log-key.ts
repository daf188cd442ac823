import { env } from '@/env'
import { deriveKey } from '@/lib/secrets'
import { formatVerifierKey, verifierKeyOf } from '@/transcript/note'

/** What the log is called in its checkpoints: the portal's host and a path. */
export function logOrigin(): string {
  return `${new URL(env.PORTAL_URL).host}/transcript`
}

/** The Ed25519 seed that signs checkpoints. */
export function logSeed(): Uint8Array {
  return new Uint8Array(deriveKey('transcript-checkpoints'))
}

/** What anyone needs to check a checkpoint: name, key id and key, as signed-note tools read it. */
export function logKey(): string {
  return formatVerifierKey(verifierKeyOf(logOrigin(), logSeed()))
}
