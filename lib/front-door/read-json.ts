import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '@/lib/errors'

const MAX_BODY = 64 * 1024

/** Reads a bounded JSON body; a longer, broken or unreadable one is a refusal, not an exception. */
export async function readJson(
  request: IncomingMessage,
): Promise<{ value: unknown } | { refused: ErrorCode }> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return { refused: 'input.too-large' }
  const bytes = await readBytes(request).catch(() => undefined)
  if (bytes === 'too large') return { refused: 'input.too-large' }
  try {
    return bytes ? { value: JSON.parse(bytes.toString('utf8')) } : { refused: 'input.unreadable' }
  } catch {
    return { refused: 'input.unreadable' }
  }
}

/** By events: an iterator over a stream costs more than all else that is done with so short a body. */
function readBytes(request: IncomingMessage): Promise<Buffer | 'too large'> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('The request ended before its body did.'))
    // Whoever left before now: its `close` has been and will not come again.
    if (request.destroyed) return gone()
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MAX_BODY) resolve('too large')
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', gone)
  })
}
