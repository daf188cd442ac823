import type { IncomingMessage } from 'node:http'
import { env } from '@/env'

const SAID_BY_PROXIES = [
  'forwarded',
  'x-real-ip',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
]

/**
 * Without a proxy of ours in front, nobody else may say whence a request comes (ASVS V4.1.3): what was sent is dropped,
 * and X-Forwarded-For names the socket's own address. With TRUST_PROXY the proxy has overwritten these headers.
 */
export function setForwarded(request: IncomingMessage, trustProxy = env.TRUST_PROXY): void {
  if (trustProxy) return
  for (const name of SAID_BY_PROXIES) delete request.headers[name]
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
}
