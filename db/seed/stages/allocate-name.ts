import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { allocationTokens } from '@/db/schema/allocations'
import { confirmAllocation } from '@/domain/allocations/confirm-allocation'
import { issueToken } from '@/domain/allocations/issue-token'
import { receiveReport } from '@/domain/allocations/receive-report'
import { revealToken } from '@/domain/allocations/reveal-token'
import { systemActor } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'
import { done, readPerson, type World } from '../world'

type Award = { id: string; label: string; registrarIanaId: number }

/** The registrar of a paid award gets its token. */
export async function issue({ id }: Award): Promise<void> {
  await done(issueToken(systemActor('issue-tokens'), { awardId: id }))
}

/** René takes the token over and creates the name; the registry reports it, and the register confirms it. */
export async function allocate({ clock }: World, award: Award): Promise<void> {
  await issue(award)
  const rene = await readPerson('rene@registrar.example')
  const { token } = await done(revealToken(rene, { awardId: award.id, details: {} }))
  const { label, registrarIanaId } = award
  const at = await clock.read()
  const data = { name: `${label}.org`, registrarIanaId, allocationTokenSha256: sha256Hex(token) }
  const body = JSON.stringify({ type: 'domain.created', timestamp: at.toISOString(), data })
  await done(receiveReport(systemActor('registry'), { webhookId: `msg_demo_${label}`, sentAt: at, body }))
  const [row] = await database()
    .select({ tokenId: allocationTokens.id })
    .from(allocationTokens)
    .where(eq(allocationTokens.awardId, award.id))
    .orderBy(desc(allocationTokens.issuedAt))
  const seen = {
    kind: 'domain',
    name: `${label}.org`,
    registrarIanaIds: [String(registrarIanaId)],
    registrants: [],
  }
  await done(confirmAllocation(systemActor('confirm-redemptions'), { tokenId: row!.tokenId, seen }))
}
