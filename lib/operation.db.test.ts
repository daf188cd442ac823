import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { auditLog } from '@/db/schema/system'
import { whileNoConnectionIsFree } from '@/db/testing/take-every-connection'
import { env } from '@/env'
import { personById, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { decideRequest, twoPersonOperations } from '@/lib/door/second-person'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'

afterAll(closeDatabase)
// Test files of a worker share their modules: the borrowed name goes back.
afterAll(() => {
  if (owner) twoPersonOperations.set('round.suspend', owner)
  else twoPersonOperations.delete('round.suspend')
})

const settle = { subject: async () => ({}) }

/** Borrowed names from the policy table: the door does not care what an operation is about. */
const announce = operation('round.announce', {
  input: z.strictObject({ text: z.string().min(3, 'Write at least 3 characters.') }),
  ...settle,
  async run({ tx, input }) {
    await tx.execute(sql`insert into heartbeats (name, at) values (${input.text}, clock_timestamp())`)
    if (input.text === 'refuse') throw refuse('round.frozen')
    // What Postgres says when the wait for a standby is cancelled: the driver calls such a commit a success.
    if (input.text === 'unreplicated')
      await tx.execute(
        sql`do $$ begin raise warning 'canceling wait for synchronous replication due to user request'; end $$`,
      )
    return {
      result: { said: input.text },
      audit: { object: 'rnd_1', facts: { length: input.text.length } },
      announce: ['round:rnd_1'],
    }
  },
})

let runs = 0
const owner = twoPersonOperations.get('round.suspend')
const suspend = operation('round.suspend', {
  input: z.strictObject({ roundId: z.string(), reason: z.string() }),
  ...settle,
  secondPerson: (input) => ({
    object: input.roundId,
    summary: 'Suspend it',
    typed: 'round 2',
    fingerprint: state.version,
  }),
  async run({ input }) {
    runs++
    return { result: input.roundId, audit: { object: input.roundId } }
  },
})
const state = { version: 1 }
const requester = (
  tx: Parameters<Parameters<ReturnType<typeof database>['transaction']>[0]>[0],
  id: string,
) => personById(tx, id, 2)

async function heartbeat(name: string): Promise<number> {
  const rows = await database().execute(sql`select 1 from heartbeats where name = ${name}`)
  return rows.length
}

async function audited(kind: string, outcome: string): Promise<number> {
  const rows = await database().select().from(auditLog)
  return rows.filter((row) => row.kind === kind && row.outcome === outcome).length
}

describe('the door', () => {
  test('commits the change, its audit entry and its live version together', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await announce(officer, { text: 'hello' })).toEqual({ ok: true, value: { said: 'hello' } })
    const [entry] = await database().select().from(auditLog)
    expect(entry).toMatchObject({
      kind: 'round.announce',
      outcome: 'done',
      actor: officer.pseudonym,
      object: 'rnd_1',
    })
    const [live] = await database().execute(
      sql`select version from live_versions where topic = 'round:rnd_1'`,
    )
    expect(live?.version).toBe('1')
  })

  test('names the field of bad input, and writes nothing', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const answer = await announce(officer, { text: 'x', more: 1 })
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'input.invalid',
        status: 422,
        fields: { text: 'Write at least 3 characters.', more: 'This is not expected here.' },
      },
    })
  })

  test('rolls a refusal back and keeps it as evidence', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await announce(officer, { text: 'refuse' })).toMatchObject({
      ok: false,
      error: { code: 'round.frozen' },
    })
    expect(await heartbeat('refuse')).toBe(0)
    expect(await audited('round.announce', 'refused')).toBe(1)
  })

  test('answers a role without permission as if there were nothing, and asks for the second factor where it is due', async () => {
    expect(await announce(await makePerson(), { text: 'stranger' })).toMatchObject({
      error: { code: 'access.denied', status: 404 },
    })
    const weak = await makePerson({ roles: ['programme-officer'], assurance: 1 })
    expect(await announce(weak, { text: 'weak one' })).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
    expect(await announce({ kind: 'anyone' }, { text: 'nobody' })).toMatchObject({
      error: { code: 'access.signed-out', status: 401 },
    })
    expect(await heartbeat('stranger')).toBe(0)
  })

  test('gives the same answer to the same key, once, and refuses the key with other content', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const tries = Array.from({ length: 20 }, () =>
      announce(officer, { text: 'only once' }, { idempotencyKey: 'key-0001' }),
    )
    for (const answer of await Promise.all(tries))
      expect(answer).toEqual({ ok: true, value: { said: 'only once' } })
    expect(await heartbeat('only once')).toBe(1)
    expect(await announce(officer, { text: 'another' }, { idempotencyKey: 'key-0001' })).toMatchObject({
      error: { code: 'request.repeated-differently' },
    })
  })
})

describe('whoever is not signed in', () => {
  test('takes no connection and leaves no entry; who is, and may not, stays on record', async () => {
    const stranger = await makePerson()
    const kept = await database().select().from(auditLog)
    await whileNoConnectionIsFree(async () => {
      const signedOut = { error: { code: 'access.signed-out', status: 401 } }
      expect(await announce({ kind: 'anyone' }, { text: 'nobody' })).toMatchObject(signedOut)
      const decision = { approvalId: 'apr_unknown', decision: 'approve' as const }
      expect(await decideRequest({ kind: 'anyone' }, decision, requester)).toMatchObject(signedOut)
    })
    expect(await database().select().from(auditLog)).toHaveLength(kept.length)
    await announce(stranger, { text: 'stranger' })
    const [entry] = await database().select().from(auditLog).where(eq(auditLog.actor, stranger.pseudonym))
    expect(entry).toMatchObject({ kind: 'round.announce', outcome: 'refused' })
  })
})

describe('the system', () => {
  const queue = operation('webhook.queue-events', {
    input: z.strictObject({
      webhookId: z.string(),
      found: z.enum(['webhook.nothing-new', 'webhook.disabled']),
    }),
    ...settle,
    async run({ input }): Promise<never> {
      throw refuse(input.found)
    },
  })
  const entriesOf = (webhookId: string) =>
    database().select().from(auditLog).where(eq(auditLog.object, webhookId))

  test('leaves no entry where another worker was first; any other refusal stays on record', async () => {
    const [done, other] = [1, 2].map(() => newId('whk', processNow()))
    const asked = await queue(systemActor('test'), { webhookId: done, found: 'webhook.nothing-new' })
    expect(asked).toMatchObject({ error: { code: 'webhook.nothing-new' } })
    await queue(systemActor('test'), { webhookId: other, found: 'webhook.disabled' })
    expect(await entriesOf(done!)).toEqual([])
    expect(await entriesOf(other!)).toMatchObject([{ outcome: 'refused' }])
  })
})

describe('a commit of which nobody can say whether it is kept', () => {
  test('kept by the primary alone: it is not called done', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const answer = await announce(officer, { text: 'unreplicated' }, { idempotencyKey: 'key-unreplicated' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'server.outcome-unknown', status: 503 } })
    expect(await heartbeat('unreplicated')).toBe(1)
  })

  test('its connection broke: the same key tells, and without one it is not called undone', async () => {
    const owner = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
    // The first two commits of such a heartbeat end their own connection.
    await owner`create sequence cuts`
    await owner`
      create function cut_off() returns trigger language plpgsql security definer as $$ begin
        if nextval('cuts') <= 2 then
          perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5);
        end if;
        return null; end $$`
    await owner`
      create constraint trigger cut_off after insert on heartbeats deferrable initially deferred
        for each row when (new.name like 'cut off%') execute function cut_off()`
    await owner.end()
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await announce(officer, { text: 'cut off' })).toMatchObject({
      error: { code: 'server.outcome-unknown', status: 503 },
    })
    const text = 'cut off, with a key'
    expect(await announce(officer, { text }, { idempotencyKey: 'key-cut-off' })).toMatchObject({
      ok: true,
      value: { said: text },
    })
    expect(await heartbeat(text)).toBe(1)
  })
})

describe('two people (R16.3)', () => {
  const ask = async () => {
    const first = await makePerson({ roles: ['programme-officer'] })
    const second = await makePerson({ roles: ['programme-officer'] })
    const answer = await suspend(first, { roundId: `rnd_${first.userId}`, reason: 'trial' })
    if (!answer.ok) throw new Error(answer.error.code)
    return { first, second, approvalId: answer.value.approvalId }
  }

  test('nothing happens until another person approves, and then exactly once', async () => {
    const { first, second, approvalId } = await ask()
    const before = runs
    expect(
      await decideRequest(first, { approvalId, decision: 'approve', typed: 'round 2' }, requester),
    ).toMatchObject({ error: { code: 'approval.own' } })
    expect(
      await decideRequest(second, { approvalId, decision: 'approve', typed: 'round 3' }, requester),
    ).toMatchObject({ error: { code: 'approval.mistyped' } })
    expect(runs).toBe(before)
    const both = await Promise.all(
      [1, 2].map(() =>
        decideRequest(second, { approvalId, decision: 'approve', typed: ' Round  2 ' }, requester),
      ),
    )
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(runs).toBe(before + 1)
    const [entry] = (await database().select().from(auditLog)).filter(
      (row) => row.approver === second.pseudonym,
    )
    expect(entry).toMatchObject({ kind: 'round.suspend', outcome: 'done', actor: first.pseudonym })
  })

  test('both enter the second factor afresh; refusing a request needs no more than being there', async () => {
    const stale = async () => ({
      ...(await makePerson({ roles: ['programme-officer'] })),
      freshFactor: false,
    })
    expect(await suspend(await stale(), { roundId: 'rnd_stale', reason: 'trial' })).toMatchObject({
      error: { code: 'access.confirm-again', status: 403 },
    })
    const { second, approvalId } = await ask()
    const before = runs
    const later = await stale()
    expect(
      await decideRequest(later, { approvalId, decision: 'approve', typed: 'round 2' }, requester),
    ).toMatchObject({ error: { code: 'access.confirm-again' } })
    expect(runs).toBe(before)
    expect(
      await decideRequest(second, { approvalId, decision: 'approve', typed: 'round 2' }, requester),
    ).toMatchObject({ ok: true })
    const { approvalId: another } = await ask()
    expect(await decideRequest(later, { approvalId: another, decision: 'decline' }, requester)).toMatchObject(
      {
        ok: true,
      },
    )
  })

  test('a request is void once the state it relied on has changed', async () => {
    const { second, approvalId } = await ask()
    state.version++
    expect(
      await decideRequest(second, { approvalId, decision: 'approve', typed: 'round 2' }, requester),
    ).toMatchObject({ error: { code: 'approval.changed' } })
  })

  test('a request expires after 30 minutes', async () => {
    const { second, approvalId } = await ask()
    await database().execute(
      sql`update approvals set expires_at = clock_timestamp() - interval '1 second' where id = ${approvalId}`,
    )
    expect(
      await decideRequest(second, { approvalId, decision: 'approve', typed: 'round 2' }, requester),
    ).toMatchObject({ error: { code: 'approval.expired' } })
  })

  test('a role that lapsed meanwhile, and a stranger, get nowhere', async () => {
    const { first, second, approvalId } = await ask()
    expect(
      await decideRequest(
        await makePerson(),
        { approvalId, decision: 'approve', typed: 'round 2' },
        requester,
      ),
    ).toMatchObject({ error: { status: 404 } })
    await database().execute(
      sql`update roles set revoked_at = clock_timestamp() where user_id = ${first.userId}`,
    )
    expect(
      await decideRequest(second, { approvalId, decision: 'approve', typed: 'round 2' }, requester),
    ).toMatchObject({ error: { code: 'approval.changed' } })
  })
})
