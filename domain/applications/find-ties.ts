/** What is known of an organisation when related parties are looked for (R4.3). */
export type Party = {
  id: string
  /** Names of beneficial owners. */
  owners: readonly string[]
  people: readonly { userId: string; email: string }[]
}

export type Tie = { grounds: 'beneficial-owner' | 'email-domain' | 'person'; detail: string }

/** Domains where anyone has an address: sharing one says nothing. */
const publicMail = new Set([
  'aol.com',
  'fastmail.com',
  'gmail.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'outlook.com',
  'pm.me',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'web.de',
  'yahoo.com',
  'yandex.com',
  'yandex.ru',
  'zoho.com',
])

/** A party in the words in which parties are compared: made once where one is compared with many. */
export type KnownParty = { owners: readonly string[]; domains: readonly string[]; people: readonly string[] }

export function knownParty({ owners, people }: Party): KnownParty {
  return {
    owners: distinct(owners.map(plainName)),
    domains: distinct(mailDomains(people)),
    people: distinct(people.map(({ userId }) => userId)),
  }
}

/** Why two organisations are related: a shared owner, e-mail domain or person; empty when they are not (R4.3). */
export function findTies(a: Party, b: Party): Tie[] {
  return tiesBetween(knownParty(a), knownParty(b))
}

/** The same of parties that are compared with many. */
export function tiesBetween(a: KnownParty, b: KnownParty): Tie[] {
  const owners = shared(a.owners, b.owners)
  const domains = sharedDomains(a.domains, b.domains)
  const people = shared(a.people, b.people)
  const ties: Tie[] = []
  if (owners.length > 0)
    ties.push({ grounds: 'beneficial-owner', detail: `Same owner: ${owners.join(', ')}` })
  if (domains.length > 0)
    ties.push({ grounds: 'email-domain', detail: `Same e-mail domain: ${domains.join(', ')}` })
  if (people.length > 0) ties.push({ grounds: 'person', detail: `${people.length} person acting for both` })
  return ties
}

const distinct = (values: readonly string[]) => [...new Set(values)]

function shared(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((each) => each !== '' && other.includes(each)).sort()
}

/** The domains of which one party has an address and the other one there or below it (`bio.uni.example`, `uni.example`). */
function sharedDomains(one: readonly string[], other: readonly string[]): string[] {
  const isWithin = (domain: string, above: string) => domain === above || domain.endsWith(`.${above}`)
  const common = one.flatMap((a) => other.flatMap((b) => (isWithin(a, b) ? [b] : isWithin(b, a) ? [a] : [])))
  return distinct(common)
    .filter((domain) => domain.includes('.'))
    .sort()
}

function mailDomains(people: Party['people']): string[] {
  return people
    .map(({ email }) => email.slice(email.lastIndexOf('@') + 1))
    .filter((domain) => !publicMail.has(domain))
}

/** Names compare without case, accents, punctuation and order of words. */
function plainName(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .sort()
    .join(' ')
}
