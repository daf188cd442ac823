import { askDns, type Looking } from './ask-dns'
import type { Finding } from './finding'

const AWAY = 'The resolver could not be asked.'

/** Whether a name has an address, and who serves it (R12.1). */
export async function checkDns(host: string, looking: Looking): Promise<Finding> {
  const [four, six, servers] = await Promise.all([
    askDns(host, 'A', looking),
    askDns(host, 'AAAA', looking),
    askDns(host, 'NS', looking),
  ])
  if (!four || !six) return { outcome: 'undecided', summary: AWAY, seen: [] }
  if (four.status === 'failed' && six.status === 'failed')
    return {
      outcome: 'undecided',
      summary: `The resolver could not answer for ${host}: its servers failed, or its signatures are broken.`,
      seen: [],
    }
  const found = [...four.records, ...six.records]
  const seen = [
    { what: 'IPv4 addresses', value: four.records.join(', ') || 'none' },
    { what: 'IPv6 addresses', value: six.records.join(', ') || 'none' },
    { what: 'Name servers', value: servers?.records.join(', ') || 'none of its own' },
  ]
  return found.length > 0
    ? { outcome: 'met', summary: `${host} has an address.`, seen }
    : { outcome: 'not-met', summary: `${host} has no address.`, seen }
}

/**
 * Whether the parent holds a DS record for a name and a validating resolver validates its answer from the root down. It
 * proves what that resolver says, which is asked over TLS; nothing is validated here a second time (R12.1).
 */
export async function checkDnssec(host: string, looking: Looking): Promise<Finding> {
  const [parent, own] = await Promise.all([askDns(host, 'DS', looking), askDns(host, 'A', looking)])
  if (!parent || !own) return { outcome: 'undecided', summary: AWAY, seen: [] }
  const seen = [
    { what: 'DS at the parent', value: parent.records.join('; ') || 'none' },
    { what: 'Answer for the name', value: words(own.status, own.validated) },
  ]
  if (own.status === 'failed')
    return {
      outcome: 'not-met',
      summary: `The resolver rejects what ${host} answers: a broken signature, or servers that fail.`,
      seen,
    }
  if (parent.records.length === 0)
    return {
      outcome: 'not-met',
      summary: `The parent holds no DS record for ${host}: it is not signed.`,
      seen,
    }
  return own.validated && own.status === 'ok'
    ? { outcome: 'met', summary: `A validating resolver validated ${host} from the root down.`, seen }
    : { outcome: 'not-met', summary: `The answer for ${host} was not validated.`, seen }
}

function words(status: string, validated: boolean): string {
  if (status === 'failed') return 'refused by the resolver (SERVFAIL)'
  if (status === 'no-such-name') return 'there is no such name'
  return validated ? 'validated' : 'not validated'
}
