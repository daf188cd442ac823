import { eq } from 'drizzle-orm'
import { database, type Tx } from '@/db/client'
import { planVersions } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import {
  buildOuts,
  type CommitmentState,
  commitmentMoves,
  commitmentRevisions,
  commitments,
  evidence,
  type ProofKind,
  type RemedyRung,
  remedies,
  transfers,
} from '@/db/schema/build-out'
import { changeHolder } from '@/domain/awards/change-holder'
import { compilePlan } from '@/domain/commitments/compile-plan'
import type { FrozenContent } from '@/domain/plans/check-section'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { type MadeAward, makeAward } from './awards'
import { makePerson } from './people'

/** Rows put in place directly, without the operations that would lead there: quick, and free to be in any state. */

const DAY = 86_400_000
const ZONE = 'America/New_York'

type BuildOutWanted = {
  terms?: 'proposed' | 'agreed'
  /** Days from now by which the owner is to agree; negative: over. */
  agreeInDays?: number
  /** Of the first commitment. */
  state?: CommitmentState
  dueInDays?: number
  rung?: RemedyRung
  /** Days from now; negative: over. */
  cureInDays?: number
  award?: MadeAward
}

export type MadeBuildOut = MadeAward & { commitmentIds: string[]; commitmentId: string; dueAt: Date }

/** The build-out of an allocated award with the three commitments of its plan; agreed unless said otherwise. */
export async function makeBuildOut(wanted: BuildOutWanted = {}): Promise<MadeBuildOut> {
  const db = database()
  const award = wanted.award ?? (await makeAward({ state: 'allocated' }))
  const at = processNow()
  const after = (days: number) => new Date(at.getTime() + days * DAY)
  const [version] = await db.select().from(planVersions).where(eq(planVersions.applicationId, award.id))
  const settled = wanted.terms !== 'proposed'
  await db.insert(buildOuts).values({
    awardId: award.awardId,
    planVersionId: version!.id,
    zone: ZONE,
    terms: settled ? 'agreed' : 'proposed',
    compiledAt: at,
    agreeBy: after(wanted.agreeInDays ?? 14),
    settledAt: settled ? at : null,
    settledBy: settled ? award.person.userId : null,
  })
  const ids: string[] = []
  const dueAt = wanted.dueInDays === undefined ? undefined : after(wanted.dueInDays)
  for (const [index, planned] of compilePlan(
    version!.content as Record<string, FrozenContent>,
    ZONE,
  ).entries()) {
    const first = index === 0
    const terms = first && dueAt ? { ...planned, dueAt, dueOn: dueAt.toISOString().slice(0, 10) } : planned
    const id = newId('com', at)
    await db.insert(commitments).values({
      id,
      awardId: award.awardId,
      number: index + 1,
      stateSince: at,
      ...terms,
      ...(first && {
        state: wanted.state ?? 'planned',
        rung: wanted.rung ?? null,
        cureEndsAt: wanted.cureInDays === undefined ? null : after(wanted.cureInDays),
      }),
    })
    await db.insert(commitmentRevisions).values({ commitmentId: id, number: 1, origin: 'plan', ...terms, at })
    ids.push(id)
  }
  const [commitment] = await db.select().from(commitments).where(eq(commitments.id, ids[0]!))
  return { ...award, commitmentIds: ids, commitmentId: ids[0]!, dueAt: commitment!.dueAt }
}

type EvidenceWanted = { kind?: Exclude<ProofKind, 'file'>; target?: string; submittedAt?: Date }

/** A piece of evidence that waits for the worker; the commitment counts as submitted then. */
export async function makeEvidence(made: MadeBuildOut, wanted: EvidenceWanted = {}): Promise<string> {
  const db = database()
  const at = wanted.submittedAt ?? processNow()
  const id = newId('evd', at)
  const { commitmentId } = made
  const [before] = await db.select().from(commitments).where(eq(commitments.id, commitmentId))
  await db.insert(evidence).values({
    id,
    commitmentId,
    kind: wanted.kind ?? 'url',
    target: wanted.target ?? `https://${made.label}.org/`,
    submittedBy: made.person.userId,
    submittedAt: at,
    nextCheckAt: at,
  })
  await db.update(commitments).set({ state: 'submitted' }).where(eq(commitments.id, commitmentId))
  await db
    .insert(commitmentMoves)
    .values({ id: newId('mov', at), commitmentId, move: 'submit', from: before!.state, to: 'submitted', at })
  return id
}

/** A rung that stands, taken by this person. */
export async function makeRemedy(
  made: MadeBuildOut,
  wanted: { rung: RemedyRung; by: string; approvedBy?: string; appealInDays?: number },
): Promise<string> {
  const at = processNow()
  const id = newId('rem', at)
  await database()
    .insert(remedies)
    .values({
      id,
      commitmentId: made.commitmentId,
      rung: wanted.rung,
      reason: 'The site has not answered since the date that was promised.',
      imposedAt: at,
      imposedBy: wanted.by,
      approvedBy: wanted.approvedBy ?? null,
      appealBy: new Date(at.getTime() + (wanted.appealInDays ?? 14) * DAY),
    })
  await database().update(commitments).set({ rung: wanted.rung }).where(eq(commitments.id, made.commitmentId))
  return id
}

/** The award as it stands. */
export async function awardOf({ awardId }: Pick<MadeAward, 'awardId'>) {
  return (await database().select().from(awards).where(eq(awards.id, awardId)))[0]!
}

/** A name with a build-out that passes to another organisation, its promises kept, with everybody’s consent. */
export async function passOn(
  tx: Tx,
  { awardId, from, to }: Record<'awardId' | 'from' | 'to', string>,
): Promise<void> {
  const [agreed, one, other, at] = [await makePerson(), await makePerson(), await makePerson(), processNow()]
  await tx.update(commitments).set({ outcome: 'kept', outcomeAt: at }).where(eq(commitments.awardId, awardId))
  await tx.insert(transfers).values({
    ...{ id: newId('trf', at), awardId, fromOrganisationId: from, toOrganisationId: to },
    ...{ ground: 'other', statement: 'Trial', requestedBy: agreed.userId, requestedAt: at },
    ...{ agreedBy: agreed.userId, agreedAt: at, state: 'approved' },
    ...{ decidedBy: one.userId, approvedBy: other.userId, decidedAt: at },
  })
  await changeHolder(tx, awardId, to)
}

/** A transfer that waits for the agreement of the organisation it is to. */
export async function makeTransfer(of: {
  awardId: string
  from: string
  to: string
  askedBy: string
}): Promise<string> {
  const [id, at] = [newId('trf'), processNow()]
  await database()
    .insert(transfers)
    .values({
      ...{ id, awardId: of.awardId, fromOrganisationId: of.from, toOrganisationId: of.to },
      ...{ ground: 'other', statement: 'Trial', requestedBy: of.askedBy, requestedAt: at },
    })
  return id
}
