import { z } from 'zod'
import type { Seen } from './judge-seen'

const TIMEOUT_MS = 10_000
/** An answer about one domain has a few kilobytes. */
const MOST_BYTES = 256 * 1024

const Entity = z.object({
  roles: z.array(z.string()).optional(),
  publicIds: z.array(z.object({ type: z.string(), identifier: z.string() })).optional(),
  /** jCard (RFC 7095): what cannot be read of it says nothing, and spoils nothing else. */
  vcardArray: z.unknown().optional(),
})
const Card = z.tuple([z.literal('vcard'), z.array(z.array(z.unknown()))])
const Domain = z.object({
  objectClassName: z.literal('domain'),
  ldhName: z.string().regex(/^[!-~]+$/),
  entities: z.array(Entity).optional(),
})

type Options = { timeoutMs?: number }

/**
 * Asks the registry's RDAP service for a name (RFC 9082, RFC 9083). Never throws: what goes wrong is part of the answer.
 * @param base the service's address, with a slash at its end
 */
export async function lookUp(base: string, name: string, options: Options = {}): Promise<Seen> {
  try {
    const response = await fetch(new URL(`domain/${name}`, base), {
      headers: { accept: 'application/rdap+json' },
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    })
    if (response.status === 404) {
      await response.body?.cancel()
      return { kind: 'not-found' }
    }
    if (response.status !== 200) {
      await response.body?.cancel()
      return { kind: 'unreachable', why: `The service answered ${response.status}` }
    }
    const text = await readAtMost(response, MOST_BYTES)
    return text === undefined ? { kind: 'unreadable', why: 'The answer is too long' } : readDomain(text)
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError'
    return { kind: 'unreachable', why: slow ? 'No answer in time' : 'The connection failed' }
  }
}

async function readAtMost(response: Response, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readDomain(text: string): Seen {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'unreadable', why: 'The answer is no JSON' }
  }
  const domain = Domain.safeParse(json)
  if (!domain.success) return { kind: 'unreadable', why: 'The answer is not about a domain' }
  const registrarIanaIds = (domain.data.entities ?? [])
    .filter(({ roles }) => roles?.includes('registrar'))
    .flatMap(({ publicIds }) => publicIds ?? [])
    .filter(({ type }) => type.toLowerCase() === 'iana registrar id')
    .map(({ identifier }) => storable(identifier, 50))
  const registrants = (domain.data.entities ?? [])
    .filter(({ roles }) => roles?.includes('registrant'))
    .flatMap(({ vcardArray }) => organisationsOn(vcardArray))
    .map((name) => storable(name, 300))
    .filter((name) => name !== '')
  return {
    kind: 'domain',
    name: domain.data.ldhName.slice(0, 300),
    registrarIanaIds: registrarIanaIds.slice(0, 20),
    registrants: registrants.slice(0, 20),
  }
}

/** In one line and not longer than that: a zero byte, or half a letter where it was cut, is kept nowhere. */
function storable(text: string, most: number): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
}

/** The organisations that a card names: `org`, of which the first part is the organisation (RFC 6350, 6.6.4). */
function organisationsOn(card: unknown): string[] {
  const read = Card.safeParse(card)
  if (!read.success) return []
  return read.data[1]
    .filter(([property]) => property === 'org')
    .map(([, , , value]) => (Array.isArray(value) ? value[0] : value))
    .filter((value) => typeof value === 'string')
}
