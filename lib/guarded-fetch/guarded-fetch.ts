import { isIP } from 'node:net'
import { type Network, publicInternet } from './network'
import { type Answered, FetchProblem, type ProblemCode, request } from './request'

export type FetchOptions = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Only https, also after redirects. */
  httpsOnly?: boolean
  /** Followed at most, 0 to 5; only a GET follows any. */
  redirects?: number
  /** For everything together, looking up included. */
  timeoutMs?: number
  /** Of the body as decoded; what is more is left out and `truncated` says so. */
  maxBytes?: number
  /** Tests alone give another than the public internet. */
  network?: Network
}

export type Fetched = { ok: true; finalUrl: string; redirected: string[] } & Answered
export type Failed = { ok: false; problem: ProblemCode; detail: string; url: string }

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Fetches an address that somebody typed, without letting it reach anything but the public internet: every address of
 * the name must be public unicast, the connection goes to just these addresses, and each redirect is judged anew. It
 * carries no cookies or credentials of ours. Never throws; what could not be fetched says why.
 */
export async function guardedFetch(url: string, options: FetchOptions = {}): Promise<Fetched | Failed> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000)
  const follow = options.method === 'POST' ? 0 : Math.min(options.redirects ?? MOST_REDIRECTS, MOST_REDIRECTS)
  const passed: string[] = []
  let at = url
  try {
    for (;;) {
      const { target, addresses } = await judge(at, options, signal)
      at = target.href
      const answer = await request(target, addresses, options, signal)
      const next = follow > 0 && REDIRECTS.has(answer.status) ? answer.location : undefined
      if (next === undefined) return { ok: true, finalUrl: at, redirected: passed, ...answer }
      passed.push(at)
      if (passed.length > follow) throw new FetchProblem('redirect.too-many', `more than ${follow}`)
      if (!URL.canParse(next, at)) throw new FetchProblem('redirect.invalid', next.slice(0, 200))
      at = new URL(next, at).href
    }
  } catch (error) {
    const problem = signal.aborted
      ? new FetchProblem('time.over', 'It did not answer in time.')
      : FetchProblem.of(error)
    return { ok: false, problem: problem.code, detail: problem.message, url: at }
  }
}

/** The address as it is to be asked, with the addresses of its host, all of them permitted. */
async function judge(
  url: string,
  { httpsOnly, network = publicInternet }: FetchOptions,
  signal: AbortSignal,
): Promise<{ target: URL; addresses: string[] }> {
  if (!URL.canParse(url)) throw new FetchProblem('url.invalid', 'It is not a web address.')
  const target = new URL(url)
  target.hash = ''
  const { protocol } = target
  if (protocol !== 'https:' && (protocol !== 'http:' || httpsOnly))
    throw new FetchProblem('url.scheme', protocol)
  if (target.username || target.password)
    throw new FetchProblem('url.credentials', 'It carries a name or a password.')
  const port = Number(target.port || (protocol === 'https:' ? 443 : 80))
  if (!network.ports[protocol].includes(port)) throw new FetchProblem('url.port', String(port))
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await lookUp(host, network, signal)
  // Which one is not told: whoever typed the name could map what is inside by it.
  if (!addresses.every((address) => network.permits(address)))
    throw new FetchProblem('address.refused', 'private address')
  return { target, addresses }
}

async function lookUp(host: string, network: Network, signal: AbortSignal): Promise<string[]> {
  const found = await network.resolve(host, signal).catch((error: Error) => {
    throw new FetchProblem('name.unresolved', error.message)
  })
  if (found.length === 0) throw new FetchProblem('name.unknown', host)
  return found
}
