import type { APIRequestContext, Page } from '@playwright/test'
import { type MadeToken, makeToken, reportOf } from '@/db/factories/allocations'
import { reportSecrets } from '@/domain/allocations/registry-settings'
import { signatureOf } from '@/lib/signed-webhook'
import { expect, test, webs } from './fixtures/portal'

const pageOf = ({ awardId }: MadeToken) => `/registrar/allocations/${awardId}`

/** Takes the token over in the browser; the secret that is shown. */
async function takeOver(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show the token once' }).click()
  await expect(page.getByText('This is the only time the token is shown')).toBeVisible()
  return (await page.getByTestId('token').textContent()) ?? ''
}

type Change = { secret?: string; secondsAgo?: number }

/** A report of the registry's system, signed and sent; `secondsAgo` it says. */
async function send(
  request: APIRequestContext,
  { webhookId, body }: ReturnType<typeof reportOf>,
  { secret = reportSecrets()[0]!, secondsAgo = 0 }: Change = {},
) {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo)
  const answer = await request.post(`${webs.first}/api/v1/webhooks/registry`, {
    data: body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': webhookId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf({ id: webhookId, timestamp, body }, secret),
    },
  })
  return { status: answer.status(), body: await answer.json() }
}

test('R11 a token is shown once, and a signed report and the register make the name allocated', async ({
  signInAs,
  request,
}) => {
  const made = await makeToken({ state: 'issued' })
  const page = await signInAs(made.rae)
  await page.goto('/registrar')
  await page.locator(`a[href="${pageOf(made)}"]`).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Create')
  const beside = await page.context().newPage()
  await beside.goto(pageOf(made))
  const secret = await takeOver(page)
  expect(secret).toMatch(/^[\w-]{43}$/)
  await expect(page.getByLabel(`EPP command that creates ${made.label}.org`).first()).toContainText(secret)

  await beside.getByRole('button', { name: 'Show the token once' }).click()
  await expect(beside.getByText(/This token was shown on .+, once/).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('The token was shown on')).toBeVisible()
  expect(await page.content()).not.toContain(secret)

  const report = reportOf({ ...made, secret })
  const forged = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  expect(await send(request, report, { secret: forged })).toMatchObject({
    status: 401,
    body: { error: { code: 'webhook.wrong-signature' } },
  })
  expect(await send(request, report, { secondsAgo: 301 })).toMatchObject({
    status: 401,
    body: { error: { code: 'webhook.wrong-time' } },
  })
  expect(await send(request, report)).toEqual({ status: 200, body: { outcome: 'redeemed' } })
  expect(await send(request, report), 'the same message again').toEqual({
    status: 200,
    body: { outcome: 'redeemed' },
  })
  expect(await send(request, reportOf({ ...made, secret })), 'another about the same').toEqual({
    status: 200,
    body: { outcome: 'already-redeemed' },
  })
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('The register names you as its registrar')).toBeVisible({ timeout: 500 })
  }).toPass()

  const holder = await signInAs(made.person)
  await holder.goto(`/portal/awards/${made.awardId}/registrar`)
  await expect(holder.locator('li.past').filter({ hasText: 'Allocated' })).toBeVisible()
})

test('R11.2 in the demo world the stand-in registry takes the command, and refuses a wrong one in plain words', async ({
  signInAs,
}) => {
  const made = await makeToken({ state: 'issued' })
  const page = await signInAs(made.rae)
  await page.goto(pageOf(made))
  await takeOver(page)
  const command = await page.getByLabel(`EPP command that creates ${made.label}.org`).first().textContent()
  await page.goto('/dev/registry')
  const box = page.getByRole('textbox', { name: 'EPP command' })
  await box.fill(command!.replace(/(allocationToken-1\.0">)[^<]+/, '$1guessed'))
  await page.getByRole('button', { name: 'Send the command' }).click()
  await expect(page.getByText('2201 Authorization error')).toBeVisible()
  await box.fill(command!)
  await page.getByRole('button', { name: 'Send the command' }).click()
  await expect(page.getByText('1000 Command completed successfully')).toBeVisible()
  await expect(async () => {
    await page.goto(pageOf(made))
    await expect(page.getByText('The register names you as its registrar')).toBeVisible({ timeout: 500 })
  }).toPass()
})
