import { z } from 'zod'
import type { Tx } from '@/db/client'
import { files } from '@/db/schema/system'
import { newId } from '@/lib/ids'
import { scans } from './scan-file'

/** An inspected file whose bytes are in the store. Made by the upload route, never by a client. */
export const KeptFile = z.strictObject({
  storageKey: z.string().regex(/^[0-9a-f]{48}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().positive(),
  mediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  fileName: z.string().min(1).max(200),
  scan: z.enum(scans).default('not-scanned'),
})
export type KeptFile = z.infer<typeof KeptFile>

/** Adds the record of a stored file. */
export async function keepFile(tx: Tx, file: KeptFile, uploadedBy: string, at: Date): Promise<string> {
  const id = newId('fil', at)
  await tx.insert(files).values({ id, ...file, uploadedBy })
  return id
}
