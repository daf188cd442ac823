import { type Failed, type Fetched, guardedFetch } from '@/lib/guarded-fetch/guarded-fetch'
import { sha256Hex } from '@/lib/hash'
import type { Looking } from './ask-dns'
import type { Finding } from './finding'
import { signsOfParking } from './parked-page'
import { readPage } from './read-page'

/** Whether an address answers with a page, what was seen of it, and what speaks for a parked name (R12.1). */
export async function checkPage(url: string, looking: Looking): Promise<Finding> {
  const answer = await guardedFetch(url, looking.fetch)
  if (!answer.ok) return describeFailure(answer)
  const page = /html/i.test(answer.contentType)
    ? readPage(Buffer.from(answer.bytes).toString('utf8'))
    : undefined
  const signs = page && !answer.truncated ? signsOfParking(page) : []
  const seen = [
    { what: 'Status', value: String(answer.status) },
    { what: 'Address asked in the end', value: answer.finalUrl },
    { what: 'IP address', value: answer.address },
    { what: 'Kind', value: answer.contentType || 'not said' },
    { what: 'Title', value: (page?.title ?? '').slice(0, 300) || 'none' },
    { what: 'Size', value: `${answer.bytes.length} bytes${answer.truncated ? ', cut there' : ''}` },
    { what: 'SHA-256 of what was read', value: sha256Hex(answer.bytes) },
    { what: 'Certificate', value: answer.tls ? certificateOf(answer) : 'none: not encrypted' },
    ...signs.map((value) => ({ what: 'May be parked', value })),
  ]
  const there = answer.status >= 200 && answer.status < 300
  return {
    outcome: there ? 'met' : 'not-met',
    summary: there
      ? `The page answers${signs.length > 0 ? ', but it may be parked' : ''}.`
      : `The page answers with status ${answer.status}.`,
    seen,
  }
}

/** Whether a host has a valid certificate: trusted, for this name, and of this day (R12.1). */
export async function checkTls(host: string, looking: Looking): Promise<Finding> {
  const answer = await guardedFetch(`https://${host}/`, { ...looking.fetch, redirects: 0, maxBytes: 1024 })
  if (!answer.ok) return describeFailure(answer)
  return {
    outcome: 'met',
    summary: `${host} has a valid certificate.`,
    seen: [
      { what: 'Certificate', value: certificateOf(answer) },
      { what: 'SHA-256 of the certificate', value: answer.tls?.fingerprint256 ?? '' },
      { what: 'Protocol', value: answer.tls?.protocol ?? '' },
      { what: 'IP address', value: answer.address },
    ],
  }
}

function certificateOf({ tls }: Fetched): string {
  if (!tls) return ''
  const day = (at: Date) => at.toISOString().slice(0, 10)
  return `for ${tls.subject || 'this name'}, by ${tls.issuer}, valid ${day(tls.validFrom)} to ${day(tls.validTo)}`
}

/** Whose fault a failure may be: what only our side or the network could cause is undecided. */
function describeFailure({ problem, detail, url }: Failed): Finding {
  const [outcome, summary] = words[problem]
  return {
    outcome,
    summary,
    seen: [
      { what: 'Address asked', value: url.slice(0, 2000) },
      { what: 'What happened', value: `${problem}: ${detail}`.slice(0, 500) },
    ],
  }
}

const words: Record<Failed['problem'], [Finding['outcome'], string]> = {
  'url.invalid': ['not-met', 'This is no web address.'],
  'url.scheme': ['not-met', 'It leads to something that is no web page.'],
  'url.port': ['not-met', 'It leads to another port than those of the web.'],
  'url.credentials': ['not-met', 'It leads to an address with a name or a password in it.'],
  'address.refused': ['not-met', 'It leads to an address that is not of the public internet.'],
  'redirect.too-many': ['not-met', 'It leads from one address to the next without end.'],
  'redirect.invalid': ['not-met', 'It leads to an address that is none.'],
  'tls.invalid': ['not-met', 'It has no valid certificate.'],
  'name.unknown': ['undecided', 'The name has no address.'],
  'name.unresolved': ['undecided', 'The name could not be looked up.'],
  'time.over': ['undecided', 'It did not answer in time.'],
  'connection.failed': ['undecided', 'The connection failed.'],
}
