import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { allocationTokens } from '@/db/schema/allocations'
import { env } from '@/env'
import type { Actor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import type { Answer } from '@/lib/door/definition'
import { refuse, toPublicError } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { readInput } from '@/lib/read-input'
import { signatureOf } from '@/lib/signed-webhook'
import { readCommand } from './epp'
import { judgeUpdate } from './judge-update'
import { standInDomain } from './officer-queries'
import { reportSecrets } from './registry-settings'
import { takeReport } from './take-report'

const Input = z.strictObject({ command: z.string().trim().min(1, 'Paste the command.').max(20_000) })

/**
 * The registry of the demo world: it takes a `domain:create`, or a `domain:update` with another registrant (R12.3), from
 * whoever acts for a registrar, as if over EPP, and reports what it did to the portal, signed, as the real one's system does. Outside the demo world there is none:
 * `access.denied`.
 */
export async function sendToStandIn(
  actor: Actor,
  raw: unknown,
): Promise<Answer<{ code: string; message: string; outcome: string }>> {
  const isRegistrar = actor.kind === 'person' && actor.registrarIanaId !== null
  if (!env.DEMO || !isRegistrar) return { ok: false, error: toPublicError(refuse('access.denied')) }
  const input = readInput(Input, raw)
  if (!input.ok) return input
  const asked = readCommand(input.data.command)
  if (!asked) return { ok: true, value: { code: '2001', message: 'Command syntax error', outcome: '' } }
  const { name, registrant } = asked
  if (registrant !== undefined) return changeRegistrant(actor.registrarIanaId!, name, registrant)
  const tokenHash = sha256Hex(asked.token)
  const [code, message] = await decide(name, tokenHash)
  const reported = await report({
    type: code === 1000 ? 'domain.created' : 'domain.create_failed',
    data: {
      name,
      registrarIanaId: actor.registrarIanaId,
      allocationTokenSha256: tokenHash,
      ...(code !== 1000 && { eppResultCode: code }),
    },
  })
  if (!reported.ok) return reported
  return { ok: true, value: { code: String(code), message, outcome: reported.value.outcome } }
}

/** Gives a name another registrant, and reports it. */
async function changeRegistrant(
  registrarIanaId: number,
  name: string,
  registrant: string,
): Promise<Answer<{ code: string; message: string; outcome: string }>> {
  const [code, message] = judgeUpdate({
    sponsor: await standInDomain(database(), name),
    registrarIanaId,
    registrant,
  })
  const answer = { code: String(code), message }
  if (code !== 1000) return { ok: true, value: { ...answer, outcome: '' } }
  const reported = await report({ type: 'domain.registrant_changed', data: { name, registrarIanaId } })
  return reported.ok ? { ok: true, value: { ...answer, outcome: reported.value.outcome } } : reported
}

/** What a registry answers (RFC 5730, RFC 8495). Whether the report redeems is the portal's to say. */
async function decide(name: string, tokenHash: string): Promise<readonly [code: number, message: string]> {
  const db = database()
  if ((await standInDomain(db, name)) !== undefined) return [2302, 'Object exists']
  const [token] = await db.select().from(allocationTokens).where(eq(allocationTokens.secretHash, tokenHash))
  if (!token) return [2201, 'Authorization error']
  const isGood = token.state === 'shown' && name === `${token.label}.org`
  return isGood ? [1000, 'Command completed successfully'] : [2304, 'Object status prohibits operation']
}

async function report(message: { type: string; data: object }): Promise<Answer<{ outcome: string }>> {
  const at = await databaseClock(database())
  const body = JSON.stringify({ ...message, timestamp: at.toISOString() })
  const [id, timestamp] = [newId('msg', at), String(Math.floor(at.getTime() / 1000))]
  const signature = signatureOf({ id, timestamp, body }, reportSecrets()[0]!)
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  return takeReport(new Headers(headers), body)
}

/** A name as its RDAP service tells of it (RFC 9083); undefined when it has none, and outside the demo world. */
export async function standInRdap(name: string): Promise<object | undefined> {
  const ianaId = env.DEMO ? await standInDomain(database(), name.toLowerCase()) : undefined
  if (ianaId === undefined) return undefined
  return {
    rdapConformance: ['rdap_level_0'],
    notices: [{ title: 'Demonstration', description: ['Invented: no such registration exists.'] }],
    objectClassName: 'domain',
    ldhName: name.toLowerCase(),
    status: ['active'],
    entities: [
      {
        objectClassName: 'entity',
        roles: ['registrar'],
        publicIds: [{ type: 'IANA Registrar ID', identifier: String(ianaId) }],
      },
    ],
  }
}

/** Whether this installation has a stand-in registry. */
export function hasStandIn(): boolean {
  return env.DEMO
}
