import type { ReportOutcome, TokenState } from '@/db/schema/allocations'
import type { AwardState } from '@/db/schema/awards'
import { canSponsor } from '@/domain/registrars/rules'
import type { Report } from './report'

/** The token a report names, with its award and registrar; undefined when there is no such token. */
export type NamedToken = {
  label: string
  registrarIanaId: number
  state: TokenState
  issuedAt: Date
  expiresAt: Date
  awardState: AwardState
  registrarStatus: string
  /** The award has a newer token that can be used. */
  isReplaced: boolean
  /** The award has a newer token that was redeemed, or stands in the way until it is recorded as expired. */
  isFollowed: boolean
}

/**
 * What becomes of the report that a name was created (R11.2): only one that is right in everything redeems a token, and
 * none burns it. A token counts by when the registry created the name, so a report that was held up by an outage still
 * does after the expiry.
 */
export function judgeCreated(report: Report, token: NamedToken | undefined): ReportOutcome {
  if (!token) return 'unknown-token'
  if (report.name !== `${token.label}.org`) return 'wrong-name'
  if (report.registrarIanaId !== token.registrarIanaId) return 'wrong-registrar'
  if (token.state === 'redeemed') return 'already-redeemed'
  if (token.state === 'revoked') return 'revoked-token'
  if (report.at < token.issuedAt || report.at >= token.expiresAt || token.isReplaced) return 'expired-token'
  if (token.isFollowed) return 'replaced'
  if (token.awardState !== 'paid') return 'award-over'
  const registrar = { ianaId: token.registrarIanaId, status: token.registrarStatus }
  return canSponsor(registrar) ? 'redeemed' : 'not-accredited'
}
