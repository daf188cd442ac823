import { env } from '@/env'
import { scanByClamd } from '@/lib/clamd'
import type { ErrorCode } from '@/lib/errors'
import { log } from '@/lib/log'

/** Whether a file was looked at for malware; without a scanner it is kept, and says so wherever it is offered. */
export const scans = ['clean', 'not-scanned'] as const
export type Scan = (typeof scans)[number]

/**
 * Looks for malware, where a scanner is set (CLAMD_ADDRESS). A scanner that does not answer lets nothing through.
 * @returns what to note of the file, or the code of the refusal
 */
export async function scanFile(
  bytes: Uint8Array,
): Promise<{ ok: true; scan: Scan } | { ok: false; code: ErrorCode }> {
  if (!env.CLAMD_ADDRESS) return { ok: true, scan: 'not-scanned' }
  try {
    const finding = await scanByClamd(env.CLAMD_ADDRESS, bytes)
    if (finding.clean) return { ok: true, scan: 'clean' }
    log().warn({ found: finding.name }, 'a file with malware was refused')
    return { ok: false, code: 'file.infected' }
  } catch (error) {
    log().error({ err: error }, 'the malware scanner did not answer')
    return { ok: false, code: 'file.not-checked' }
  }
}
