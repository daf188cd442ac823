import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { refusal } from '@/lib/route-action'

/** A program that the build made one file: it runs with plain Node, away from this portal. */
export async function answerProgram(name: string): Promise<Response> {
  const text = await readFile(path.join(process.cwd(), '.next', name), 'utf8').catch(() => undefined)
  if (text === undefined) return refusal('thing.not-found')
  return new Response(text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'public, max-age=60',
    },
  })
}
