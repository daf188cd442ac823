import { afterEach, expect, test } from 'vitest'
import { changeEnvironment, restoreEnvironment } from '@/db/testing/change-environment'
import { takeReport } from './take-report'

afterEach(restoreEnvironment)

// No database runs here: a question to it would fail.
test('what nobody signed is refused without a question to the database', async () => {
  changeEnvironment({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    PORTAL_SECRET: 'x'.repeat(32),
    REGISTRY_WEBHOOK_SECRETS: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  })
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' }
  expect(await takeReport(new Headers(headers), '{}')).toMatchObject({
    error: { code: 'webhook.wrong-signature' },
  })
})
