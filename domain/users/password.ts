import { hash, verify } from '@node-rs/argon2'

const ARGON2ID = 2
/** argon2id with 46 MiB, one pass, one lane: OWASP's first choice, ASVS 5.0 V11.4.2. */
const COST = { algorithm: ARGON2ID, memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** Two keyboards may compose one letter differently; nothing else about a password is changed, cut or trimmed. */
const composed = (password: string) => password.normalize('NFC')

/** The encoded argon2id hash that is stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), COST)
}

let nobody: Promise<string> | undefined

/**
 * Whether the password is the stored one. Without a stored hash the same work is done against nobody's, so that an
 * unknown address takes as long as a wrong password (ASVS V6.3.8).
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('no account has this password')
  const right = await verify(stored ?? (await nobody), composed(password))
  return right && stored != null
}
