import NextAuth from 'next-auth'
import { isSameOrigin } from '@/lib/access/same-origin'
import { refusal } from '@/lib/route-action'
import { authOptions } from '../options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What the portal itself uses; the list of providers and pages of its own are nobody's business. */
const READS = ['csrf', 'session']
const WRITES = ['callback', 'signout', 'session']

export async function GET(request: Request, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth
  if (!READS.includes(action)) return refusal('thing.not-found')
  return NextAuth(authOptions())(request, context)
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const [action = ''] = (await context.params).nextauth
  if (!WRITES.includes(action)) return refusal('thing.not-found')
  return NextAuth(authOptions())(request, context)
}
