import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { Id } from '@/domain/commitments/input'
import { lockBuildOut } from '@/domain/commitments/lock-build-out'
import { KeptFile, keepFile } from '@/domain/files/keep-file'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { agreementLetters } from './letters'
import { requireTransferable } from './may-transfer'

/**
 * The owner asks that the name pass to another organisation: once the commitments are closed, or with the sale of the
 * organisation, which a document shows (R12.3). Refuses: thing.not-found, transfer.*.
 */
export const requestTransfer = operation('transfer.request', {
  input: z.strictObject({
    awardId: Id,
    toOrganisationId: z.string().trim().min(1, 'Enter the id of the organisation.').max(40),
    ground: z.enum(['sale', 'other'], { error: 'Choose why the name passes on.' }),
    statement: z
      .string()
      .trim()
      .min(20, 'Say in at least 20 characters what happens and why.')
      .max(4000, 'Use at most 4,000 characters.'),
    file: KeptFile.optional(),
  }),
  async subject(tx, { awardId, toOrganisationId }, actor) {
    const locked = await lockBuildOut(tx, awardId, actor, ['owner'])
    const [to] = await tx.select().from(organisations).where(eq(organisations.id, toOrganisationId))
    const [from] = locked
      ? await tx.select().from(organisations).where(eq(organisations.id, locked.award.organisationId))
      : []
    return locked && from && { ...locked, to, from: from.legalName }
  },
  check({ input: { ground, file }, subject: { to, ...locked } }) {
    requireTransferable(locked, ground)
    const field = 'toOrganisationId'
    if (!to) throw refuse('transfer.unknown-organisation', {}, { [field]: 'There is no such organisation.' })
    if (to.id === locked.award.organisationId)
      throw refuse('transfer.same-organisation', {}, { [field]: 'It holds the name already.' })
    if (ground === 'sale' && !file) throw refuse('transfer.no-evidence', {}, { file: 'Attach the document.' })
  },
  async run({ tx, actor, at, input, subject: { award, from } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { toOrganisationId, ground, statement, file } = input
    const id = newId('trf', at)
    const fileId = file ? await keepFile(tx, file, actor.userId, at) : null
    await tx.insert(transfers).values({
      id,
      awardId: award.id,
      fromOrganisationId: award.organisationId,
      toOrganisationId,
      ground,
      statement,
      fileId,
      requestedBy: actor.userId,
      requestedAt: at,
    })
    return {
      result: { awardId: award.id, transferId: id, fileId },
      audit: { object: award.id, facts: { transferId: id, ground, sha256: file?.sha256 ?? null } },
      letters: await agreementLetters(tx, { transferId: id, label: award.label, from, toOrganisationId }),
    }
  },
})
