import { readFile as readBytes } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { InputRefused } from '../input-refused'
import { requireDatabase } from '../require-database'

export const LoadInput = z.strictObject({
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1),
        kind: z.string(),
        source: z.string(),
        /** Left out: as the file’s name says. */
        period: z.string().default(''),
      }),
    )
    .min(1, 'Name at least one file.'),
})

/**
 * Reads files into the portal as its page does, and says on standard error how far it is. What one file was refused for
 * stands beside it; the others are read all the same.
 */
export async function loadFiles({ files }: z.infer<typeof LoadInput>) {
  requireDatabase()
  const { closeDatabase } = await import('@/db/client')
  const { readFile } = await import('@/domain/qpi-inputs/read-file')
  const { systemActor } = await import('@/lib/access/actor')
  const read: object[] = []
  try {
    for (const [done, { path: file, ...input }] of files.entries()) {
      process.stderr.write(`${done + 1} of ${files.length}: ${path.basename(file)}\n`)
      const content = (await bytesOf(file)).toString('base64')
      const named = { ...input, fileName: path.basename(file), content }
      const answer = await readFile(systemActor('command-line'), named)
      if (answer.ok) read.push({ file, ...answer.value })
      else read.push({ file, error: { code: answer.error.code, message: answer.error.message } })
    }
    return { files: read }
  } finally {
    await closeDatabase()
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readBytes(file)
  } catch {
    throw new InputRefused('input.unreadable', `The file “${file}” cannot be read.`, file)
  }
}
