import NextAuth from 'next-auth'
import { isSameOrigin } from '@/lib/access/same-origin'
import { readJson, refusal } from '@/lib/route-action'
import { authOptions } from '../options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What the portal itself uses; the list of providers and pages of its own are nobody's business. */
const READS = ['csrf', 'session']
const WRITES = ['callback', 'signout', 'session']
const MOST_BYTES = 16 * 1024

const isJson = (request: Request) =>
  request.headers.get('content-type')?.includes('application/json') === true

export async function GET(request: Request, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth
  if (!READS.includes(action)) return refusal('thing.not-found')
  return NextAuth(authOptions())(request, context)
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const [action = ''] = (await context.params).nextauth
  if (!WRITES.includes(action)) return refusal('thing.not-found')
  // next-auth throws on JSON that it cannot read.
  const body = isJson(request) ? await readJson(request.clone(), MOST_BYTES) : { value: {} }
  if ('refused' in body) return refusal(body.refused)
  return NextAuth(authOptions())(request, context)
}
