import type { RoundSettings } from '@/db/schema/rounds'
import { type CreateDetails, TOKEN_PLACE, writeCreate } from './epp'
import { allocationTerms } from './rules'

/** The command that creates an awarded name; without a secret it has a place for the token. */
export function commandFor(
  { award, settings }: { award: { label: string }; settings: Pick<RoundSettings, 'allocation'> },
  token: { id: string },
  details: CreateDetails,
  secret: string = TOKEN_PLACE,
): string {
  const { feeMinor } = allocationTerms(settings)
  return writeCreate({
    ...details,
    label: award.label,
    token: secret,
    clientTransaction: `CREATE-${award.label.toUpperCase()}-${token.id.slice(-8).toUpperCase()}`,
    ...(feeMinor !== undefined && { feeMinor }),
  })
}
