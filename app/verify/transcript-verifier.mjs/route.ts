import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { refusal } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** The verifier as one file that runs with plain Node, away from this portal (R9.4). The build makes it. */
export async function GET(): Promise<Response> {
  const file = path.join(process.cwd(), '.next', 'transcript-verifier.mjs')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return refusal('thing.not-found')
  return new Response(text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'content-disposition': 'attachment; filename="transcript-verifier.mjs"',
      'cache-control': 'public, max-age=60',
    },
  })
}
