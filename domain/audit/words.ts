import { type OperationName, policy } from '@/lib/access/policy'

/** What ids begin with, as one chooses what entries are about. */
export const kindsOfObject = {
  'label:': 'Names',
  rnd_: 'Rounds',
  lot_: 'Lots',
  app_: 'Applications',
  cas_: 'Confusion cases',
  bid_: 'Bids',
  bdr_: 'Bidders',
  awd_: 'Awards',
  org_: 'Organisations',
  sub_: 'People',
} as const

/** Whom entries are by, as one chooses among them; a pseudonym stands for one person. */
export const kindsOfActor = {
  sub_: 'People',
  'system:': 'The portal and its bots',
  'system:demo-bidder': 'Demo bidders',
  'system:practice-bidder': 'Practice bidders',
  anyone: 'Whoever is not signed in',
} as const

const bots: Record<string, string> = {
  'system:demo-bidder': 'Demo bidder',
  'system:practice-bidder': 'Practice bidder',
}

/** An actor of the log for people: a bot by what it is, a job of the portal by its name; pseudonyms stay as they are. */
export function actorWords(actor: string): string {
  if (actor === 'anyone') return 'Not signed in'
  if (!actor.startsWith('system:')) return shortId(actor)
  return bots[actor] ?? `Portal, ${actor.slice(7).replaceAll('-', ' ')}`
}

/** `round.place-bid` as `Round: place bid`. */
export function operationWords(kind: string): string {
  const [noun = '', verb = ''] = kind.split('.')
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${verb.replaceAll('-', ' ')}`
}

/** Every operation there is, and all of one noun together. */
export function operationChoices(): { value: string; label: string }[] {
  const groups = Map.groupBy(Object.keys(policy) as OperationName[], (name) => name.split('.')[0]!)
  return [...groups]
    .sort()
    .flatMap(([noun, names]) => [
      { value: `${noun}.`, label: `${operationWords(`${noun}.`)}everything` },
      ...names.sort().map((name) => ({ value: name, label: operationWords(name) })),
    ])
}

/** Long ids show their end, which is what tells them apart. */
export function shortId(value: string): string {
  const [prefix = '', body = ''] = value.split('_')
  return body.length === 26 ? `${prefix}_…${body.slice(-6)}` : value.replace(/^label:(.+)$/, '$1.org')
}

/** What an operation said of itself, in one line. */
export function factsInWords(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
