import type { RegistrantOutcome } from '@/db/schema/build-out'
import { judgeSeen, type Seen } from '@/domain/allocations/judge-seen'

/** As a registry writes where it keeps a name to itself, besides leaving it out (RFC 9537). */
const KEPT_BACK = /^(data )?(redacted|withheld|not disclosed)\b/i

/**
 * What an RDAP answer says of a transfer (R12.3). It is complete only when the new holder, and nobody else, is named as
 * registrant by its legal name, with the name and the registrar right: what is kept back or spelt otherwise proves nothing.
 * @param name with `.org`
 */
export function judgeRegistrant(
  seen: Seen,
  { name, ianaId, from, to }: { name: string; ianaId: number; from: string; to: string },
): { outcome: RegistrantOutcome; detail: string } {
  const { outcome, detail } = judgeSeen(seen, name, ianaId)
  if (outcome !== 'confirmed') return { outcome, detail }
  const registrants = seen.kind === 'domain' ? seen.registrants : []
  const named = new Map(registrants.map((each) => [plain(each), each]))
  const [[only, written] = []] = named
  const told = [...named.values()].join(', ').slice(0, 300)
  if (named.size > 1) return { outcome: 'other-registrant', detail: told }
  // Of two organisations of one name nobody can say which is meant.
  if (only === undefined || plain(from) === plain(to)) return { outcome: 'not-told', detail: '' }
  if (only === plain(to)) return { outcome: 'new-registrant', detail: told }
  if (only === plain(from)) return { outcome: 'old-registrant', detail: told }
  return KEPT_BACK.test(written!)
    ? { outcome: 'not-told', detail: '' }
    : { outcome: 'other-registrant', detail: told }
}

/** Without what differs between two ways to write one name: capitals, and how wide the spaces are. */
const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
