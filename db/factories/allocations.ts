import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { allocationTokens, type TokenState } from '@/db/schema/allocations'
import { awards } from '@/db/schema/awards'
import { type Person, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { newToken } from '@/lib/secrets'
import { type MadeAward, makeAward } from './awards'
import { makePerson } from './people'

/** Rows put in place directly, without the operations that would lead there: quick, and free to be in any state. */

const DAY = 86_400_000

export type MadeToken = MadeAward & {
  tokenId: string
  /** The secret, where the token was shown. */
  secret: string
  /** Acts for the award's registrar, with the second factor. */
  rae: Person
}

/** A paid award with a token of its registrar, `shown` unless said otherwise, and somebody of the registrar. */
export async function makeToken(
  wanted: { state?: TokenState; expiresInDays?: number; award?: MadeAward } = {},
): Promise<MadeToken> {
  const award = wanted.award ?? (await makeAward({ state: 'accepted' }))
  const rae = await makePerson({ name: 'Rae Registrar', registrar: award.registrarIanaId })
  const state = wanted.state ?? 'shown'
  const [at, secret] = [processNow(), newToken()]
  const ago = (days: number) => new Date(at.getTime() - days * DAY)
  const tokenId = newId('tok', ago(40))
  const wasShown = state !== 'issued'
  await database().transaction(async (tx) => {
    // Together with its token: a paid award without one gets another from a worker that runs beside.
    if (!wanted.award)
      await tx.update(awards).set({ state: 'paid', paidAt: at }).where(eq(awards.id, award.awardId))
    await tx.insert(allocationTokens).values({
      id: tokenId,
      awardId: award.awardId,
      label: award.label,
      registrarIanaId: award.registrarIanaId,
      state,
      issuedAt: ago(40),
      expiresAt: ago(-(wanted.expiresInDays ?? 20)),
      ...(wasShown && { secretHash: sha256Hex(secret), shownAt: ago(1), shownTo: rae.userId }),
      ...(state === 'redeemed' && { redeemedAt: ago(0.5) }),
      ...((state === 'expired' || state === 'revoked') && { endedAt: at, endReason: 'Trial' }),
    })
  })
  return { ...award, tokenId, secret, rae }
}

let messages = 0

/** What the registry's system would report about a made token; `data` replaces parts of it. */
export function reportOf(
  { label, registrarIanaId, secret }: Pick<MadeToken, 'label' | 'registrarIanaId' | 'secret'>,
  {
    type = 'domain.created',
    at = processNow(),
    data = {},
  }: { type?: string; at?: Date; data?: Record<string, unknown> } = {},
) {
  const body = JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: { name: `${label}.org`, registrarIanaId, allocationTokenSha256: sha256Hex(secret), ...data },
  })
  return { webhookId: `msg_${label}_${newId('trial', at)}_${messages++}`, sentAt: at, body }
}

export const registry = systemActor('registry')

/** The tokens of an award, oldest first. */
export function tokensOf(awardId: string) {
  return database()
    .select()
    .from(allocationTokens)
    .where(eq(allocationTokens.awardId, awardId))
    .orderBy(allocationTokens.issuedAt, allocationTokens.id)
}

export async function awardOf(awardId: string) {
  const [award] = await database().select().from(awards).where(eq(awards.id, awardId))
  return award!
}
