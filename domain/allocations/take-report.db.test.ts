import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeToken, reportOf } from '@/db/factories/allocations'
import { makePerson } from '@/db/factories/people'
import { changeEnvironment, restoreEnvironment } from '@/db/testing/change-environment'
import { databaseClock } from '@/lib/database-clock'
import { signatureOf } from '@/lib/signed-webhook'
import { rdapBase, reportSecrets } from './registry-settings'
import { hasStandIn, sendToStandIn, standInRdap } from './stand-in-registry'
import { takeReport } from './take-report'

afterEach(restoreEnvironment)
afterAll(closeDatabase)

const [old, fresh, strange] = [1, 2, 3].map(
  (fill) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`,
) as [string, string, string]

/** The outcome of a report that a secret signed so many seconds ago, or the code it is refused with. */
async function outcomeOf(
  { webhookId: id, body }: ReturnType<typeof reportOf>,
  secret: string,
  secondsAgo = 0,
): Promise<string> {
  const at = await databaseClock(database())
  const timestamp = String(Math.floor(at.getTime() / 1000) - secondsAgo)
  const signature = signatureOf({ id, timestamp, body }, secret)
  const head = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  const answer = await takeReport(new Headers(head), body)
  return answer.ok ? answer.value.outcome : answer.error.code
}

describe('a report over the wire', () => {
  test('R11.2 is taken when either of two secrets signed it, and by none else', async () => {
    changeEnvironment({ REGISTRY_WEBHOOK_SECRETS: `${old}, ${fresh}` })
    const made = await makeToken()
    expect(await outcomeOf(reportOf(made), strange)).toBe('webhook.wrong-signature')
    expect(await outcomeOf(reportOf(made), old)).toBe('redeemed')
    expect(await outcomeOf(reportOf(made), fresh)).toBe('already-redeemed')
  })

  test('R11.2 replayed after five minutes it is refused, and within them it counts once', async () => {
    changeEnvironment({ REGISTRY_WEBHOOK_SECRETS: fresh })
    const report = reportOf(await makeToken())
    expect(await outcomeOf(report, fresh, 302)).toBe('webhook.wrong-time')
    expect(await outcomeOf(report, fresh, 290)).toBe('redeemed')
    expect(await outcomeOf(report, fresh)).toBe('redeemed')
  })

  test('without its headers, or where no secret is set, nothing is taken', async () => {
    const { body } = reportOf(await makeToken())
    changeEnvironment({ REGISTRY_WEBHOOK_SECRETS: fresh })
    expect(await takeReport(new Headers(), body)).toMatchObject({ error: { status: 400 } })
    changeEnvironment({ REGISTRY_WEBHOOK_SECRETS: '' })
    expect(await takeReport(new Headers(), body)).toMatchObject({ error: { status: 503 } })
  })
})

describe('outside the demo world', () => {
  test('there is no stand-in registry, no secret of its own, and RDAP is the real registry’s', async () => {
    const made = await makeToken()
    expect(hasStandIn()).toBe(false)
    expect(reportSecrets()).toEqual([])
    expect(rdapBase()).toBe('https://rdap.publicinterestregistry.org/rdap/')
    expect(await standInRdap(`${made.label}.org`)).toBeUndefined()
    expect(await sendToStandIn(made.rae, { command: '<epp/>' })).toMatchObject({
      error: { code: 'access.denied' },
    })
    expect(await sendToStandIn(await makePerson(), { command: '<epp/>' })).toMatchObject({ ok: false })
  })
})
