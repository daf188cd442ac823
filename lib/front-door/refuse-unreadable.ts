import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendRefusal } from './answer'

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
const API_METHODS = [...METHODS, 'PUT', 'PATCH', 'DELETE']

/**
 * Answers what Next would answer with 500, or with a page as if nothing were amiss: an address with a broken escape or
 * a null character, which no table can hold, with 400; a method that no page has with 405. True when answered here.
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const { url: address = '/', method = '' } = request
  const isApi = address.startsWith('/api/')
  if (!isReadable(address)) {
    if (isApi) sendRefusal(response, 'input.unreadable')
    else refuse(response, 400, 'This address cannot be read.')
    return true
  }
  const methods = isApi ? API_METHODS : METHODS
  if (methods.includes(method)) return false
  response.setHeader('allow', methods.join(', '))
  if (isApi) sendRefusal(response, 'request.wrong-method', { method })
  else refuse(response, 405, 'This address knows no such method.')
  return true
}

function isReadable(address: string): boolean {
  if (/%00/.test(address)) return false
  try {
    decodeURIComponent(address.split('?')[0] ?? '/')
    return true
  } catch {
    return false
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  response.end(`${sentence}\n`)
}
