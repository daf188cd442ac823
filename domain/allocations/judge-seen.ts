import { z } from 'zod'
import type { LookupOutcome } from '@/db/schema/allocations'

/** What an RDAP lookup brought: an answer about a domain, that there is none, or why there is no answer. */
export const Seen = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('domain'),
    name: z.string().max(300),
    registrarIanaIds: z.array(z.string().max(50)).max(20),
    /** Organisations that are named as registrant; none where the registry keeps them to itself. */
    registrants: z.array(z.string().max(300)).max(20),
  }),
  z.strictObject({ kind: z.literal('not-found') }),
  z.strictObject({ kind: z.literal('unreadable'), why: z.string().max(300) }),
  z.strictObject({ kind: z.literal('unreachable'), why: z.string().max(300) }),
])
export type Seen = z.output<typeof Seen>

/** Whether what was seen confirms the name and its registrar (R11.2). Exactly one registrar, by its IANA id. */
export function judgeSeen(
  seen: Seen,
  name: string,
  ianaId: number,
): { outcome: LookupOutcome; detail: string } {
  if (seen.kind === 'not-found') return { outcome: 'not-found', detail: '' }
  if (seen.kind !== 'domain') return { outcome: seen.kind, detail: seen.why }
  if (seen.name.toLowerCase().replace(/\.$/, '') !== name) return { outcome: 'wrong-name', detail: seen.name }
  const ids = [...new Set(seen.registrarIanaIds)]
  if (ids.length === 1 && ids[0] === String(ianaId))
    return { outcome: 'confirmed', detail: `IANA id ${ianaId}` }
  return {
    outcome: 'wrong-registrar',
    detail: ids.length > 0 ? `IANA id ${ids.join(', ')}` : 'No registrar is named',
  }
}
