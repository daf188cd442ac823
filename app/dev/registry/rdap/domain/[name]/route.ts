import { standInRdap } from '@/domain/allocations/stand-in-registry'
import { refusal } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** The RDAP service of the demo world's stand-in registry; elsewhere there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/dev/registry/rdap/domain/[name]'>,
): Promise<Response> {
  const domain = await standInRdap((await params).name)
  if (!domain) return refusal('thing.not-found')
  return new Response(JSON.stringify(domain), {
    headers: { 'content-type': 'application/rdap+json', 'cache-control': 'no-store' },
  })
}
