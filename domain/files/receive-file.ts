import type { Answer } from '@/lib/door/definition'
import { type ErrorCode, type PublicError, refuse, toPublicError } from '@/lib/errors'
import { localStore, newStorageKey } from '@/lib/files'
import { sha256Hex } from '@/lib/hash'
import { inspectFile } from './inspect-file'
import type { KeptFile } from './keep-file'
import { plainFileName } from './rules'
import { scanFile } from './scan-file'

/**
 * Inspects an uploaded file, lets it be scanned, puts its bytes into the store and hands the record to `record`, which
 * calls the operation. When that refuses, the bytes are taken away again: nothing half done is left.
 */
export async function receiveFile<R>(
  upload: { bytes: Uint8Array; fileName: string; declaredType: string },
  record: (file: KeptFile) => Promise<Answer<R>>,
): Promise<Answer<R>> {
  const fileName = plainFileName(upload.fileName)
  const inspected = await inspectFile(upload.bytes, fileName, upload.declaredType)
  if (!inspected.ok) return { ok: false, error: fileError(inspected.code) }
  const scanned = await scanFile(upload.bytes)
  if (!scanned.ok) return { ok: false, error: fileError(scanned.code) }
  const storageKey = newStorageKey()
  await localStore.put(storageKey, upload.bytes)
  const answer = await record({
    storageKey,
    sha256: sha256Hex(upload.bytes),
    size: upload.bytes.length,
    mediaType: inspected.mediaType,
    fileName,
    scan: scanned.scan,
  })
  if (!answer.ok) await localStore.remove(storageKey)
  return answer
}

/** A refusal that belongs to the file field. */
export function fileError(code: ErrorCode): PublicError {
  const error = toPublicError(refuse(code))
  return { ...error, fields: { file: error.message } }
}
