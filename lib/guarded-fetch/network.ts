import { Resolver } from 'node:dns/promises'
import { isPublicAddress } from './public-address'

/** What a guarded fetch may reach. Tests give one of their own that leads to their own servers. */
export type Network = {
  /** All addresses of a name; empty when it has none. Throws when nobody could say. */
  resolve(host: string, signal: AbortSignal): Promise<string[]>
  permits(address: string): boolean
  /** By scheme. */
  ports: Record<'http:' | 'https:', readonly number[]>
  /** Certificates trusted instead of the usual ones (PEM). */
  ca?: string
}

/** The public internet, on its usual ports. */
export const publicInternet: Network = {
  resolve: resolveByDns,
  permits: isPublicAddress,
  ports: { 'http:': [80], 'https:': [443] },
}

const NOTHING = new Set(['ENOTFOUND', 'ENODATA'])

async function resolveByDns(host: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const none = (error: NodeJS.ErrnoException) => {
    if (NOTHING.has(error.code ?? '')) return []
    throw error
  }
  try {
    const found = await Promise.all([
      resolver.resolve4(host).catch(none),
      resolver.resolve6(host).catch(none),
    ])
    return found.flat()
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
