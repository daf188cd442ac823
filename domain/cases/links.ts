import { timingSafeEqual } from 'node:crypto'
import { env } from '@/env'
import { hmacHex } from '@/lib/hash'
import { deriveKey } from '@/lib/secrets'

/** The key of the reporter’s link to a case: id, side, and the portal’s signature of both. The link is the permission. */
export function caseKey(caseId: string): string {
  const about = `${caseId}.r`
  return `${about}.${signature(about)}`
}

/** Where the reporter reads its case and writes. */
export function caseLink(caseId: string): string {
  return `${env.PORTAL_URL}/help/confusing-use/cases/${caseKey(caseId)}`
}

/** Where the registrant reads the case and answers, signed in. */
export function registrantLink(caseId: string): string {
  return `${env.PORTAL_URL}/portal/cases/${caseId}`
}

/** Which case a reporter’s key is of; undefined when the portal did not sign it. */
export function readCaseKey(key: string): string | undefined {
  const [, about, caseId, signed] = /^((cas_[0-9a-z]{26})\.r)\.([0-9a-f]{64})$/.exec(key) ?? []
  if (!about || !signed) return undefined
  return timingSafeEqual(Buffer.from(signed, 'hex'), Buffer.from(signature(about), 'hex'))
    ? caseId
    : undefined
}

function signature(about: string): string {
  return hmacHex(deriveKey('case-link').toString('hex'), about)
}
