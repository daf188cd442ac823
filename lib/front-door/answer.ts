import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ErrorCode, type PublicError, refuse, toPublicError } from '@/lib/errors'

/** A request as it reached the front door, with the parts of its path that the route names. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  params: Record<string, string>
}

export type Handler = (exchange: Exchange) => Promise<void> | void

export const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/** Answers with JSON; whole amounts are strings of digits. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(value, (_key, member) =>
    typeof member === 'bigint' ? member.toString() : member,
  )
  response.writeHead(status, {
    ...JSON_HEADERS,
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  })
  response.end(text)
}

/** Answers with a refusal, and what belongs beside it, such as its receipt. */
export function sendError(response: ServerResponse, error: PublicError, beside: object = {}): void {
  const { status, ...shown } = error
  const retry: Record<string, string> =
    status === 503 || status === 429 ? { 'retry-after': String(error.details?.seconds ?? 1) } : {}
  sendJson(response, status, { error: shown, ...beside }, retry)
}

export function sendRefusal(
  response: ServerResponse,
  code: ErrorCode,
  details: Record<string, string | number> = {},
): void {
  sendError(response, toPublicError(refuse(code, details)))
}
