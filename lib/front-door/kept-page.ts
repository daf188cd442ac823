import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentSecurityPolicy } from './content-security-policy'

export type Encoding = 'br' | 'gzip' | 'identity'

export type KeptPage = {
  status: number
  headers: OutgoingHttpHeaders
  /** The bytes under an encoding, compressed at the first asking. */
  body: (encoding: Encoding) => Promise<Buffer>
}

/** Of one answer alone, or of one connection. */
const NOT_KEPT = [
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
  'set-cookie',
]

/** Makes an answer one that many may get: with hashes of its scripts for a policy, as a nonce is good for one answer. */
export function keepPage(status: number, headers: OutgoingHttpHeaders, payload: Buffer): KeptPage {
  const left = Object.entries(headers).filter(([name]) => !NOT_KEPT.includes(name) && name !== 'x-request-id')
  const html = String(headers['content-type']).startsWith('text/html')
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
  const policy = html && { 'content-security-policy': policyOf(payload.toString(), nonce) }
  const compressed = new Map<Encoding, Promise<Buffer>>()
  const body = (encoding: Encoding) => {
    const found = compressed.get(encoding) ?? compress(payload, encoding)
    compressed.set(encoding, found)
    return found
  }
  return { status, headers: { ...Object.fromEntries(left), ...policy }, body }
}

const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g

/** Only what the page itself carries its own nonce on is ours; a script that got in otherwise is not named. */
function policyOf(html: string, nonce: string | undefined): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() }
  for (const [, kind, attributes, text] of html.matchAll(INLINE))
    if (nonce && attributes!.includes(`nonce="${nonce}"`) && !/\ssrc=/.test(attributes!))
      hashes[kind as 'script' | 'style'].add(
        `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
      )
  return contentSecurityPolicy(["'self'", ...hashes.script].join(' '), [...hashes.style].join(' '))
}

/** The best encoding that a browser says it reads. */
export function encodingFor(accepted: string | string[] = ''): Encoding {
  const names = String(accepted)
    .split(',')
    .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map((each) => each.split(';', 1)[0]!.trim().toLowerCase())
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity'
}

async function compress(payload: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return payload
  if (encoding === 'gzip') return promisify(gzip)(payload)
  return promisify(brotliCompress)(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
