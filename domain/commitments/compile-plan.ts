import type { ProofKind } from '@/db/schema/build-out'
import type { FrozenContent } from '@/domain/plans/check-section'
import { endOfDay } from '@/lib/time/end-of-day'

/** One promise as the plan makes it, with what the plan leaves to be settled filled in for a start. */
export type Promised = {
  milestone: string
  proof: string
  proofKinds: ProofKind[]
  dueOn: string
  dueAt: Date
  weightBp: number
  remedy: 'revocation'
}

const WHOLE = 10_000

/** What the words of a proof point to. */
const hints: readonly [ProofKind, RegExp][] = [
  ['dnssec', /\bdnssec\b/i],
  ['dns', /\bdns\b|name ?servers?|resolv/i],
  ['tls', /\btls\b|\bhttps\b|certificate/i],
  ['file', /report|document|invoice|receipt|minutes|contract|letter|\bpdf\b|photo|file/i],
  ['url', /\bhttps?\b|page|site|url|online|public|list|live|link/i],
]

/** The kinds of proof that a description points to; a page and a file where it points to none. */
export function proofKindsOf(proof: string): ProofKind[] {
  const kinds = hints.filter(([, words]) => words.test(proof)).map(([kind]) => kind)
  return kinds.length > 0 ? kinds : ['url', 'file']
}

/**
 * The dated milestones of a frozen plan as commitments, in the order of their dates, of equal weight; the basis points
 * that do not divide go to the first (R12.1). A day ends in the round's zone.
 */
export function compilePlan(content: Record<string, FrozenContent | undefined>, zone: string): Promised[] {
  const rows = content.launch?.milestones
  if (!Array.isArray(rows)) return []
  const share = Math.floor(WHOLE / rows.length)
  return [...rows]
    .sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
    .map(({ milestone = '', proof = '', due = '' }, index) => ({
      milestone,
      proof,
      proofKinds: proofKindsOf(proof),
      dueOn: due,
      dueAt: endOfDay(due, zone),
      weightBp: index === 0 ? WHOLE - share * (rows.length - 1) : share,
      remedy: 'revocation' as const,
    }))
}
