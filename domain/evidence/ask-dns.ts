import { z } from 'zod'
import { type FetchOptions, guardedFetch } from '@/lib/guarded-fetch/guarded-fetch'

/** Whom and how the worker asks. Tests give their own servers. */
export type Looking = {
  fetch?: Pick<FetchOptions, 'network' | 'timeoutMs'>
  /** A validating resolver that answers JSON over HTTPS. */
  resolver?: string
}

/** A resolver that validates DNSSEC itself and says in `AD` whether it could. */
const RESOLVER = 'https://dns.google/resolve'

export type DnsAnswer = {
  status: 'ok' | 'no-such-name' | 'failed'
  /** The resolver validated the answer from the root down. */
  validated: boolean
  records: string[]
}

const types = { A: 1, NS: 2, AAAA: 28, DS: 43 } as const
export type RecordType = keyof typeof types

const Said = z.object({
  Status: z.number(),
  AD: z.boolean().default(false),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
})

/** What a validating resolver says of a name; undefined when it could not be asked. */
export async function askDns(
  name: string,
  type: RecordType,
  looking: Looking,
): Promise<DnsAnswer | undefined> {
  const url = new URL(looking.resolver ?? RESOLVER)
  url.search = new URLSearchParams({ name, type, do: '1' }).toString()
  const answer = await guardedFetch(url.href, { ...looking.fetch, maxBytes: 64 * 1024, redirects: 0 })
  if (!answer.ok || answer.status !== 200) return undefined
  const said = Said.safeParse(readJson(answer.bytes))
  if (!said.success) return undefined
  const { Status, AD, Answer } = said.data
  const status = Status === 0 ? 'ok' : Status === 3 ? 'no-such-name' : 'failed'
  return {
    status,
    validated: AD,
    records: Answer.filter((record) => record.type === types[type]).map(({ data }) => data),
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
