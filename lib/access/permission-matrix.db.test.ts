import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { makeOrganisation, makePerson } from '@/db/factories/people'
import { type PirRole, pirRoles } from '@/db/schema/people'
import { approvals } from '@/db/schema/system'
import { sampleInputs } from '@/db/testing/sample-inputs'
import { type Actor, anyone, type MemberRole, type Person, systemActor } from '@/lib/access/actor'
import { type OperationName, policy, type Who } from '@/lib/access/policy'
import type { Answer } from '@/lib/door/definition'
import { decideRequest } from '@/lib/door/second-person'
import { hashOf } from '@/lib/hash'
import { newId } from '@/lib/ids'

/**
 * The permission matrix, generated: every operation is really called by every role, with and without the second factor,
 * and says no unless the policy table says yes. The table itself is held to the rulebook at the end.
 */
type Call = (actor: Actor, input: unknown) => Promise<Answer<unknown>>
type Row = { who: Who; assurance: 1 | 2; actor: Actor }

type Rule = { by: readonly Who[]; second?: readonly Who[]; strong?: true }

const rule = (name: OperationName): Rule => policy[name]
const names = Object.keys(policy) as OperationName[]
const members: MemberRole[] = ['owner', 'editor', 'bidder']
const strong: readonly Who[] = [...pirRoles, 'bidder']

/** In the tests' world there is no demo: this one says no to everyone, whatever the table says. */
const elsewhereRefused: OperationName = 'session.open-demo'

const operations = new Map<string, Call>()
const rows: Row[] = []

beforeAll(async () => {
  const root = path.resolve(import.meta.dirname, '../..')
  for (const file of globSync('domain/*/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts') || !definesOperation(path.join(root, file))) continue
    const exported: Record<string, unknown> = await import(path.join(root, file))
    for (const value of Object.values(exported))
      if (typeof value === 'function' && 'operationName' in value)
        operations.set(value.operationName as string, value as unknown as Call)
  }
  const organisation = await makeOrganisation()
  rows.push({ who: 'anyone', assurance: 1, actor: anyone })
  rows.push({ who: 'system', assurance: 2, actor: systemActor('matrix') })
  for (const assurance of [1, 2] as const) {
    const add = async (who: Who, wanted: Parameters<typeof makePerson>[0]) =>
      rows.push({ who, assurance, actor: await makePerson({ ...wanted, assurance }) })
    await add('signed-in', {})
    await add('registrar', { registrar: 9 })
    for (const role of members)
      await add(role, { member: { organisationId: organisation.id, roles: [role] } })
    for (const role of pirRoles) await add(role, { roles: [role] })
  }
})

const definesOperation = (file: string) => /peration(<[^(]*>)?\(\s*'/.test(readFileSync(file, 'utf8'))

const denied = ['access.denied', 'access.signed-out', 'access.second-factor-needed']

function expected({ who, assurance }: Row, allowed: readonly Who[], always = false): string {
  if (allowed.includes('anyone')) return 'yes'
  if (who === 'anyone') return 'access.signed-out'
  const included = allowed.includes(who) || (who !== 'system' && allowed.includes('signed-in'))
  if (!included) return 'access.denied'
  if (!always && allowed.includes('signed-in')) return 'yes'
  return assurance === 1 && (always || strong.includes(who)) ? 'access.second-factor-needed' : 'yes'
}

function verdict(answer: Answer<unknown>): string {
  if (answer.ok || !denied.includes(answer.error.code)) return 'yes'
  return answer.error.code
}

const line = ({ who, assurance }: Row, said: string) => `${who} (${assurance}): ${said}`

describe('every operation, every role', () => {
  test.each(names)('%s', async (name) => {
    const call = operations.get(name)
    if (!call) throw new Error(`No operation of domain/ is called ${name}.`)
    const said: string[] = []
    const wanted: string[] = []
    for (const row of rows) {
      const answer = await call(row.actor, sampleInputs[name])
      const code = answer.ok ? 'done' : answer.error.code
      expect(['input.invalid', 'server.failed'], `${line(row, code)} of ${name}`).not.toContain(code)
      said.push(line(row, verdict(answer)))
      wanted.push(
        line(
          row,
          name === elsewhereRefused ? 'access.denied' : expected(row, rule(name).by, rule(name).strong),
        ),
      )
    }
    expect(said).toEqual(wanted)
  })
})

describe('every second person, every role', () => {
  const first = { person: undefined as Person | undefined }

  test.each(names)('%s', async (name) => {
    first.person ??= await makePerson({ roles: ['programme-officer'] })
    const requestedBy = first.person.userId
    const said: string[] = []
    const wanted: string[] = []
    const approvalId = newId('apr')
    await database()
      .insert(approvals)
      .values({
        id: approvalId,
        operation: name,
        input: {},
        inputHash: hashOf(approvalId),
        object: '',
        summary: 'A trial',
        typed: 'never typed',
        changes: [],
        reason: '',
        requestedBy,
        requestedAt: new Date(0),
        expiresAt: new Date(8.64e15 / 1000),
      })
    const { second } = rule(name)
    // Whether the operation takes a second person is asked before who it is: without one, the likeliest is refused.
    const asked = second ? rows : rows.filter(({ who }) => who === 'programme-officer')
    // A refusal leaves the request pending: the next one is asked about the same.
    for (const row of asked) {
      const answer = await decideRequest(
        row.actor,
        { approvalId, decision: 'approve' },
        async () => undefined,
      )
      const code = answer.ok ? 'done' : answer.error.code
      said.push(line(row, code === 'approval.mistyped' ? 'yes' : code))
      const nothing = row.who === 'anyone' ? 'access.signed-out' : 'approval.not-found'
      wanted.push(line(row, second ? expected(row, second) : nothing))
    }
    expect(said).toEqual(wanted)
  })
})

describe('the table keeps to the rulebook', () => {
  const reaches = (who: Who, name: OperationName) =>
    rule(name).by.includes(who) || (rule(name).second ?? []).includes(who)
  const nameOf = (role: PirRole) => names.filter((name) => reaches(role, name))

  test('the auditor changes nothing, a custodian nothing but its own key and shares (R16.2)', () => {
    expect(nameOf('auditor')).toEqual([])
    expect(nameOf('custodian')).toEqual(['custodian.register-key', 'share.prove', 'share.release'])
  })

  test('an administrator runs people and where public events are sent, and makes no decision of the programme (R16.1)', () => {
    for (const name of nameOf('administrator')) expect(name).toMatch(/^(user|role|webhook)\./)
  })

  test('what R16.3 names needs a second person', () => {
    const two: OperationName[] = [
      'label.release',
      'label.withhold',
      'round.approve',
      'round.suspend',
      'round.cancel',
      'round.extend',
      'round.finalise',
      'bidder.strike',
      'deposit.record',
      'decision.propose',
      'decision.release',
      'role.grant',
    ]
    expect(two.filter((name) => !rule(name).second)).toEqual([])
  })

  test('who makes bidders, ends them or withdraws for them proves it with the second factor', () => {
    const names: OperationName[] = [
      'organisation.invite',
      'organisation.add-role',
      'organisation.end-membership',
      'application.withdraw',
    ]
    expect(names.filter((name) => !rule(name).strong)).toEqual([])
  })

  test('only bidders and house bots bid', () => {
    expect(rule('bid.place').by).toEqual(['bidder', 'system'])
  })

  test('no PIR role writes, submits or answers for an applicant (R4.3)', () => {
    const applicants = names.filter((name) => /^(application|sponsorship)\.|^question\.ask$/.test(name))
    for (const name of applicants) for (const role of pirRoles) expect(reaches(role, name)).toBe(false)
  })
})
