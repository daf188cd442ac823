import type { LookupOutcome, ReportOutcome, TokenState } from '@/db/schema/allocations'
import type { RoundSettings } from '@/db/schema/rounds'

/**
 * From a paid award to a registered name (R11).
 *
 * Invariants:
 * - A token is bound to one name, one registrar and `create`; at most one of an award is issued, shown or redeemed.
 * - The secret is made when it is shown, once; only its SHA-256 is kept. Another look needs another token.
 * - The registrar is accredited when a token is issued, when it is shown and when it is redeemed (R4.2).
 * - A report of the registry redeems; only what RDAP says makes a name allocated (R11.2).
 */

const DEFAULTS = { tokenDays: 30, premium: true, createFeeMinor: '0' }

/** The terms of creation that a round was approved with; where it says none, the Programme's usual ones. */
export function allocationTerms({ allocation }: Pick<RoundSettings, 'allocation'>) {
  const { tokenDays, premium, createFeeMinor } = { ...DEFAULTS, ...allocation }
  return { tokenDays, premium, ...(premium && { feeMinor: BigInt(createFeeMinor) }) }
}

export type Token = { state: TokenState; expiresAt: Date }

/** Whether a token can still be shown or redeemed: half-open until its expiry. */
export function isUsable(token: Token, at: Date): boolean {
  return (token.state === 'issued' || token.state === 'shown') && at < token.expiresAt
}

/** Whether a token takes the one place that an award has: the database refuses a second. */
export function isLive({ state }: Token): boolean {
  return state === 'issued' || state === 'shown' || state === 'redeemed'
}

export const tokenStateWords: Record<TokenState, string> = {
  issued: 'Ready to be shown',
  shown: 'Shown, to be redeemed',
  redeemed: 'Redeemed',
  expired: 'Expired',
  revoked: 'Revoked',
}

/** What became of a report, for officers. */
export const reportOutcomeWords: Record<ReportOutcome, string> = {
  redeemed: 'Token redeemed',
  'already-redeemed': 'Redeemed before; nothing changed',
  'failure-noted': 'Creation failed; the registrar was told',
  unreadable: 'The report cannot be read',
  'other-kind': 'A kind of report that is not used here',
  'unknown-name': 'No paid award for this name',
  'wrong-name': 'The token is for another name',
  'wrong-registrar': 'The registrar is not the sponsoring one',
  'unknown-token': 'No such token',
  'expired-token': 'The token had expired',
  'revoked-token': 'The token was revoked',
  replaced: 'Another token has taken its place',
  'not-accredited': 'The registrar is not accredited',
  'award-over': 'The award is not waiting for a creation',
  'registrant-changed': 'The registrant changed, as a transfer was approved',
  'no-transfer': 'The registrant changed without an approved transfer',
}

const inOrder: readonly ReportOutcome[] = [
  'redeemed',
  'already-redeemed',
  'failure-noted',
  'other-kind',
  'unknown-name',
  'registrant-changed',
]

/** Reports of what should not have happened, such as a creation without a right token: somebody has to look. */
export function isAlarming(outcome: ReportOutcome): boolean {
  return !inOrder.includes(outcome)
}

export const lookupOutcomeWords: Record<LookupOutcome, string> = {
  confirmed: 'Registered, through the sponsoring registrar',
  'not-found': 'Not in the registry yet',
  'wrong-name': 'The answer is about another name',
  'wrong-registrar': 'Registered through another registrar',
  unreadable: 'The answer cannot be read',
  unreachable: 'No answer',
}

/** Answers that will not mend themselves. */
export function isMismatch(outcome: LookupOutcome): boolean {
  return outcome === 'wrong-name' || outcome === 'wrong-registrar'
}

/** What an EPP result code of a failed creation means for the registrar, in plain words (RFC 5730, RFC 8495). */
export function resultCodeWords(code: number | null): string {
  if (code === 2201)
    return 'The registry did not accept the token. Check that it was sent whole, for this name, from your own registrar account.'
  if (code === 2304)
    return 'The registry will not create the name as it stands: the token is used up, out of date or for another name or registrar. If you sent it as it was shown, ask for a new one.'
  if (code === 2302)
    return 'The registry says that the name exists or is reserved. Send the command with its token.'
  if (code === 2003 || code === 2004)
    return 'The registry misses a part of the command or does not accept a value. Send the fee extension as it is shown.'
  return 'The registry refused the command. Look up the code with your registry connection.'
}

/** Minutes between two lookups: quick at first, then four times a day at the least. */
const BACKOFF_MINUTES = [0, 1, 2, 5, 15, 30, 60, 120, 240]

/** When a redeemed token is looked up again after so many lookups, the last of them at `lastAt`. */
export function nextLookupAt(redeemedAt: Date, lookups: number, lastAt: Date | null): Date {
  const minutes = BACKOFF_MINUTES[Math.min(lookups, BACKOFF_MINUTES.length - 1)]!
  return new Date((lastAt ?? redeemedAt).getTime() + minutes * 60_000)
}
