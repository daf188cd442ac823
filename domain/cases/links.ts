import { timingSafeEqual } from 'node:crypto'
import { env } from '@/env'
import { hmacHex } from '@/lib/hash'
import { deriveKey } from '@/lib/secrets'

export type Side = 'reporter' | 'registrant'

const SIDES: Record<string, Side> = { r: 'reporter', h: 'registrant' }

/** The key of a side’s link to a case: id, side, and the portal’s signature of both. The link is the permission. */
export function caseKey(caseId: string, side: Side): string {
  const about = `${caseId}.${side === 'reporter' ? 'r' : 'h'}`
  return `${about}.${signature(about)}`
}

/** Where a side reads its case and answers. */
export function caseLink(caseId: string, side: Side): string {
  return `${env.PORTAL_URL}/help/confusing-use/cases/${caseKey(caseId, side)}`
}

/** Whose link to which case a key is; undefined when the portal did not sign it. */
export function readCaseKey(key: string): { caseId: string; side: Side } | undefined {
  const [, about, caseId, letter, signed] = /^((cas_[0-9a-z]{26})\.([rh]))\.([0-9a-f]{64})$/.exec(key) ?? []
  if (!about || !caseId || !letter || !signed) return undefined
  if (!timingSafeEqual(Buffer.from(signed, 'hex'), Buffer.from(signature(about), 'hex'))) return undefined
  return { caseId, side: SIDES[letter]! }
}

function signature(about: string): string {
  return hmacHex(deriveKey('case-link').toString('hex'), about)
}
