import type { Actor } from '@/lib/access/actor'

/** Whose a webhook is: an organisation's, a registrar's, or the programme's. */
export type Holder = { organisationId: string | null; registrarIanaId: number | null }

/** How many one holder may have. */
export const MOST_WEBHOOKS = 10

/** For so long after a new secret the one before signs too. */
export const OVERLAP_MS = 24 * 60 * 60_000

/** So long a worker has a delivery to itself. */
export const CLAIM_MS = 60_000

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The pauses after a first, second, … try that failed: eight tries over a day. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 8 * HOUR]

/** When the next try is, or undefined when so many were enough. */
export function nextTry(tries: number, at: Date): Date | undefined {
  const pause = PAUSES[tries - 1]
  return pause === undefined ? undefined : new Date(at.getTime() + pause)
}

/** Nothing has arrived for the better part of a day. */
export function isQuiet(failingSince: Date | null, at: Date): boolean {
  return failingSince !== null && at.getTime() - failingSince.getTime() >= 20 * HOUR
}

/** Owners of the organisation, people of the registrar, administrators for the programme. */
export function actsForHolder(actor: Actor, { organisationId, registrarIanaId }: Holder): boolean {
  if (actor.kind !== 'person') return false
  if (organisationId !== null)
    return actor.memberships.some((held) => held.organisationId === organisationId && held.role === 'owner')
  if (registrarIanaId !== null) return actor.registrarIanaId === registrarIanaId
  return actor.roles.includes('administrator')
}

/** Why an address cannot be a webhook's, as a sentence; undefined when it can. */
export function problemWith(address: string): string | undefined {
  if (!URL.canParse(address)) return 'Enter a web address such as https://example.org/hooks.'
  const { protocol, username, password, port, hostname } = new URL(address)
  if (protocol !== 'https:') return 'The address must begin with https://.'
  if (username || password) return 'Leave name and password out: deliveries are signed.'
  if (port) return 'Use the usual port for https.'
  if (!hostname.includes('.') || /^[\d.]+$|^\[/.test(hostname)) return 'Use a public host name.'
  return undefined
}
