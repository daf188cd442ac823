import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, isIPv6, type LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { FetchOptions } from './guarded-fetch'

/** What the connection proved of itself: a chain to a trusted root, the name and the dates were checked before. */
export type TlsFacts = {
  protocol: string
  subject: string
  issuer: string
  validFrom: Date
  validTo: Date
  fingerprint256: string
}

export type Answered = {
  status: number
  /** The one connected to. */
  address: string
  tls: TlsFacts | null
  contentType: string
  /** Where it points, if it redirects. */
  location?: string
  bytes: Uint8Array
  truncated: boolean
}

export type ProblemCode =
  | 'url.invalid'
  | 'url.scheme'
  | 'url.port'
  | 'url.credentials'
  | 'name.unknown'
  | 'name.unresolved'
  | 'address.refused'
  | 'redirect.too-many'
  | 'redirect.invalid'
  | 'tls.invalid'
  | 'time.over'
  | 'connection.failed'

export class FetchProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
  ) {
    super(detail)
  }

  /** Certificates fail with codes of OpenSSL and Node; whatever else fails is the connection. */
  static of(error: unknown): FetchProblem {
    if (error instanceof FetchProblem) return error
    const { code = '', message } = error as NodeJS.ErrnoException
    const ofTls = /CERT|TLS|SSL|SIGNATURE|UNABLE_TO|EPROTO/.test(code)
    return new FetchProblem(ofTls ? 'tls.invalid' : 'connection.failed', code || message)
  }
}

const USER_AGENT = 'ShortNamesInOrg-Checker/1'
const MAX_BYTES = 1024 * 1024

/** One request to one of exactly these addresses. Throws a FetchProblem, or what the connection failed with. */
export async function request(
  target: URL,
  addresses: readonly string[],
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Answered> {
  const response = await send(target, addresses, options, signal)
  const address = response.socket.remoteAddress ?? ''
  if (!addresses.some((wanted) => sameAddress(wanted, address))) {
    response.destroy()
    throw new FetchProblem('address.refused', 'private address')
  }
  const tls = target.protocol === 'https:' ? factsOf(response.socket as TLSSocket) : null
  return {
    status: response.statusCode ?? 0,
    address,
    tls,
    contentType: response.headers['content-type'] ?? '',
    ...(response.headers.location !== undefined && { location: response.headers.location }),
    ...(await readBody(response, options.maxBytes ?? MAX_BYTES)),
  }
}

function send(
  target: URL,
  addresses: readonly string[],
  { method = 'GET', headers = {}, body, network }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = target.protocol === 'https:'
  const host = target.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    const sent = (secure ? https : http).request(
      target,
      {
        method,
        signal,
        agent: false,
        maxHeaderSize: 16 * 1024,
        lookup: pinnedTo(addresses),
        headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers, 'user-agent': USER_AGENT },
        ...(secure && !isIP(host) && { servername: host }),
        ...(network?.ca !== undefined && { ca: network.ca }),
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Answers every question for the name with the addresses that were judged: nothing is asked of DNS a second time. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_host, { all }, answer) => {
    if (all) answer(null, known)
    else answer(null, known[0]!.address, known[0]!.family)
  }
}

function sameAddress(one: string, other: string): boolean {
  return one === other || new URL(urlOf(one)).hostname === new URL(urlOf(other)).hostname
}

const urlOf = (address: string) => `http://${isIPv6(address) ? `[${address}]` : address || 'nothing'}`

function factsOf(socket: TLSSocket): TlsFacts {
  const certificate = socket.getPeerCertificate()
  const nameOf = (part: unknown) => {
    const { CN, O } = (part ?? {}) as { CN?: string; O?: string }
    return CN ?? O ?? ''
  }
  return {
    protocol: socket.getProtocol() ?? '',
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
    fingerprint256: certificate.fingerprint256,
  }
}

const decoders: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The body as decoded, no more than so many bytes of it: a small answer that unpacks to a huge one stops there. */
async function readBody(
  response: IncomingMessage,
  most: number,
): Promise<Pick<Answered, 'bytes' | 'truncated'>> {
  const decoder = decoders[response.headers['content-encoding']?.trim().toLowerCase() ?? '']?.()
  // What goes wrong on the way surfaces where the stream is read.
  const body = (decoder ? pipeline(response, decoder, () => {}) : response) as Readable
  const parts: Uint8Array[] = []
  let room = most
  for await (const part of body as AsyncIterable<Uint8Array>) {
    parts.push(part.subarray(0, room))
    room -= part.length
    if (room < 0) break
  }
  response.destroy()
  return { bytes: Buffer.concat(parts), truncated: room < 0 }
}
