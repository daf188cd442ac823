import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '@/lib/errors'

const MAX_BODY = 64 * 1024

/** Reads a bounded JSON body; a longer, broken or unreadable one is a refusal, not an exception. */
export async function readJson(
  request: IncomingMessage,
): Promise<{ value: unknown } | { refused: ErrorCode }> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return { refused: 'input.too-large' }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.byteLength
      if (size > MAX_BODY) return { refused: 'input.too-large' }
      chunks.push(chunk)
    }
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { refused: 'input.unreadable' }
  }
}
