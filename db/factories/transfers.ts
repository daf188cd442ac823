import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { registryReports } from '@/db/schema/allocations'
import { awards } from '@/db/schema/awards'
import { commitments } from '@/db/schema/build-out'
import { receiveReport } from '@/domain/allocations/receive-report'
import { agreeTransfer } from '@/domain/transfers/agree-transfer'
import { approveTransfer } from '@/domain/transfers/approve-transfer'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { registry } from './allocations'
import { approve } from './approvals'
import { makeBuildOut, makeTransfer } from './build-out'
import { makeApplicant, makePerson } from './people'

const officer = () => makePerson({ roles: ['programme-officer'] })

/**
 * A registered name with its commitments kept, that passes to another organisation by two officers, and somebody who acts
 * for its registrar. With `approved: false` the officers have not been asked yet.
 */
export async function makePassed({ approved = true }: { approved?: boolean } = {}) {
  const made = await makeBuildOut()
  const done = { outcome: 'kept', outcomeAt: processNow() } as const
  await database().update(commitments).set(done).where(eq(commitments.awardId, made.awardId))
  const [award] = await database().select().from(awards).where(eq(awards.id, made.awardId))
  await makeCreated(award!)
  const registrar = await makePerson({ registrar: award!.registrarIanaId })
  const buyer = await makeApplicant()
  const transferId = await makeTransfer({
    ...{ awardId: made.awardId, askedBy: made.person.userId },
    ...{ from: made.organisation.id, to: buyer.organisation.id },
  })
  await agreeTransfer(buyer.person, { transferId, confirmed: true })
  if (approved) await letPass(transferId)
  return { made, award: award!, registrar, buyer, transferId }
}

/** Two officers let it pass. */
export async function letPass(transferId: string): Promise<void> {
  const reason = 'Another organisation takes the service over.'
  const answer = await approve(
    await approveTransfer(await officer(), { transferId, reason }),
    await officer(),
  )
  if (!answer.ok) throw new Error(answer.error.code)
}

/** The registry reports that the registrar of a name changed its registrant; what became of the report. */
export async function reportChange(
  { award }: { award: { label: string; registrarIanaId: number } },
  change: Record<string, unknown> = {},
  at = processNow(),
): Promise<string> {
  const data = { name: `${award.label}.org`, registrarIanaId: award.registrarIanaId, ...change }
  const body = JSON.stringify({ type: 'domain.registrant_changed', timestamp: at.toISOString(), data })
  const answer = await receiveReport(registry, { webhookId: newId('msg'), sentAt: at, body })
  return answer.ok ? answer.value.outcome : answer.error.code
}

/** As the registry reported when the name was created. */
async function makeCreated(award: { id: string; label: string; registrarIanaId: number }): Promise<void> {
  const [at, id] = [processNow(), newId('rep')]
  await database()
    .insert(registryReports)
    .values({
      ...{ id, webhookId: id, sentAt: at, receivedAt: at, body: '{}', bodySha256: sha256Hex('{}') },
      ...{ kind: 'domain.created', name: `${award.label}.org`, registrarIanaId: award.registrarIanaId },
      ...{ awardId: award.id, outcome: 'redeemed' },
    })
}
