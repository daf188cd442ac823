import { and, asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { commitments } from '@/db/schema/build-out'
import { advanceCommitment } from '@/domain/commitments/advance-commitment'
import { agreeTerms } from '@/domain/commitments/agree-terms'
import { changeCommitment } from '@/domain/commitments/change-commitment'
import { compileCommitments } from '@/domain/commitments/compile-commitments'
import { decideCommitment } from '@/domain/commitments/decide-commitment'
import { recordCheck } from '@/domain/evidence/record-check'
import { submitEvidence } from '@/domain/evidence/submit-evidence'
import { imposeRemedy } from '@/domain/remedies/impose-remedy'
import { systemActor } from '@/lib/access/actor'
import { day, done, type Story, type World } from '../world'

const checker = systemActor('check-evidence')
const clock = systemActor('advance-commitments')

/** The award of a name that was accepted, with its commitments by their dates. */
async function promisedFor({ organisations }: World, label: string) {
  const [award] = await database()
    .select()
    .from(awards)
    .where(and(eq(awards.label, label), eq(awards.rank, 0)))
  if (!award) throw new Error(`There is no award of ${label}.`)
  const { owner } = [...organisations.values()].find(({ id }) => id === award.organisationId)!
  return { awardId: award.id, owner }
}

const promisesOf = (awardId: string) =>
  database()
    .select()
    .from(commitments)
    .where(eq(commitments.awardId, awardId))
    .orderBy(asc(commitments.number))

/**
 * What becomes of the promises of the first round: on z3 the first is kept and the second waits for the programme; on
 * j4 the first is late and got its cure notice; on 5g the owner has not agreed.
 */
export async function* keepPromises(world: World): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  yield on(-45, '17:00')
  const [kept, late, open] = [
    await promisedFor(world, 'z3'),
    await promisedFor(world, 'j4'),
    await promisedFor(world, '5g'),
  ]
  for (const { awardId } of [kept, late, open]) await done(compileCommitments(clock, { awardId }))
  yield on(-44, '10:10')
  await clarify(world, kept.awardId)
  yield on(-43, '09:30')
  await done(agreeTerms(kept.owner, { awardId: kept.awardId, version: 2, agreed: 'on' }))
  await done(agreeTerms(late.owner, { awardId: late.awardId, version: 1, agreed: 'on' }))
  const [first, second] = await promisesOf(kept.awardId)
  const [missed] = await promisesOf(late.awardId)
  yield on(-27, '11:15')
  await showPage(kept.owner, first!.id, 'https://rivers.example/today', 'Readings of this morning.')
  yield on(-25, '15:40')
  await done(
    decideCommitment(world.dana, {
      commitmentId: first!.id,
      decision: 'verify',
      reason: 'The readings of the day stand there, with their hour.',
    }),
  )
  yield missed!.dueAt
  await done(advanceCommitment(clock, { commitmentId: missed!.id }))
  yield on(-6, '10:05')
  await done(
    imposeRemedy(world.miro, {
      commitmentId: missed!.id,
      rung: 'cure-notice',
      reason: 'Nothing was submitted by the date, and the reminder was not answered.',
      conditions: '',
    }),
  )
  yield on(-1, '14:20')
  await showPage(kept.owner, second!.id, 'https://rivers.example/languages', 'Choose a language at the top.')
}

/** Proposes a wording that can be checked; the plan’s stays beside it. */
async function clarify(world: World, awardId: string): Promise<void> {
  const [, second] = await promisesOf(awardId)
  const { id: commitmentId, milestone, proofKinds, dueOn, weightBp } = second!
  await done(
    changeCommitment(world.dana, {
      commitmentId,
      milestone,
      proof: 'One page in each language, found from the first page',
      proofKinds: [...new Set([...proofKinds, 'url'])],
      dueOn,
      weightBp,
      remedy: 'transfer-lock',
      reason: 'The plan does not say where the pages are to be found.',
    }),
  )
}

/** Submits a page and keeps what the portal would have seen of it. */
async function showPage(owner: World['dana'], commitmentId: string, target: string, note: string) {
  const { evidenceId } = await done(submitEvidence(owner, { commitmentId, kind: 'url', target, note }))
  const seen = [
    { what: 'Status', value: '200' },
    { what: 'Address asked in the end', value: target },
    { what: 'Kind', value: 'text/html' },
    { what: 'Title', value: 'Rivers today' },
  ]
  const look = { evidenceId, attempt: 1, outcome: 'met', summary: 'The page answers.', seen }
  await done(recordCheck(checker, look))
}
