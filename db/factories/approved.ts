import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rounds } from '@/db/schema/rounds'
import { configurationHash, configurationOf } from '@/domain/rounds/configuration'
import { canonicalJson } from '@/lib/canonical-json'
import { makePerson } from './people'

/** The entry that the approval of a round by two officers leaves in the log, of the round as it stands. */
export async function recordApproval(tx: Tx, roundId: string): Promise<void> {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
  if (!round) throw new Error(`There is no round ${roundId}.`)
  const configuration = await configurationOf(tx, round)
  const configHash = configurationHash(configuration)
  const [actor, approver] = [
    await makePerson({ roles: ['programme-officer'] }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  const facts = { configHash, dryRunId: '', secretHash: round.secretHash, configuration }
  const said = {
    kind: 'round.approve',
    outcome: 'done',
    actor: actor.pseudonym,
    approver: approver.pseudonym,
    object: roundId,
  }
  const { kind, outcome, object } = said
  const payload = canonicalJson({ v: 1, ...said, facts })
  // Id, instant and salt are the database's to give.
  await tx.execute(sql`
    insert into audit_log (kind, outcome, actor, approver, object, payload)
    values (${kind}, ${outcome}, ${said.actor}, ${said.approver}, ${object}, convert_to(${payload}, 'UTF8'))`)
}
