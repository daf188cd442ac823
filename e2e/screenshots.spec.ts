import { writeFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { assignments } from '@/db/schema/reviews'
import { demoPerson, seededIds } from './fixtures/demo-person'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'

/** `SCREENSHOTS=on npm run e2e -- -g "the pictures"`: of the seeded world alone. */
const picture = (name: string) => ({ path: `docs/screenshots/${name}.png` })
const viewport = { width: 1280, height: 900 }

test('the pictures of the README', async ({ visit, signInAs }) => {
  const everyone = await visit({ viewport })
  for (const [path, name] of [
    ['/', 'home'],
    ['/labels', 'catalogue'],
    ['/results/z3', 'result'],
  ] as const) {
    await everyone.goto(path)
    await everyone.screenshot(picture(name))
  }
  const ada = await demoPerson('ada')
  const { draft, ownLot } = await seededIds(ada.memberships[0]?.organisationId)
  const applicant = await signInAs(ada, { viewport })
  await applicant.goto(`/portal/applications/${draft}`)
  await applicant.screenshot(picture('application'))
  await room(applicant).open(ownLot!)
  await applicant.screenshot(picture('room'))
  const rosa = await demoPerson('rosa')
  const own = await database().select().from(assignments).where(eq(assignments.reviewerId, rosa.userId))
  const reviewer = await signInAs(rosa, { viewport })
  await reviewer.goto(`/review/${own.at(-1)!.id}`)
  await reviewer.screenshot(picture('review'))
})

test('the pictures of docs/verifying.md', async ({ visit }, info) => {
  const page = await visit({ viewport })
  await page.goto('/verify?result=w9')
  await expect(page.getByRole('heading', { name: 'It holds.' })).toBeVisible()
  await page.locator('.verdict-of').screenshot(picture('verify'))
  const transcript = await (await page.request.get('/api/v1/results/w9/transcript')).json()
  const [one, other] = transcript.sealed.bids
  transcript.sealed.bids[0] = { ...one, ciphertext: other.ciphertext }
  const file = info.outputPath('transcript-2-3.json')
  writeFileSync(file, JSON.stringify(transcript))
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'It does not hold.' })).toBeVisible()
  await page.locator('.verdict-of').screenshot(picture('verify-wrong'))
})

test('the pictures of the guide for custodians', async ({ signInAs }) => {
  const custodian = await signInAs(await demoPerson('carl'), { viewport })
  await custodian.goto('/custodian')
  await custodian.screenshot(picture('custodian'))
  await custodian.getByText('Prove it once more').click()
  const key = await custodian.getByText(/^AGE-SECRET-KEY-PQ-1/).textContent()
  await custodian
    .getByRole('article')
    .getByLabel(/^Your own key/)
    .fill(key!)
  await custodian.getByRole('button', { name: 'Open my share and prove it' }).click()
  const send = custodian.getByRole('button', { name: 'Send the proof' })
  await send.scrollIntoViewIfNeeded()
  await custodian.screenshot(picture('custodian-proof'))
  const officer = await signInAs(await demoPerson('dana'), { viewport })
  await officer.goto('/admin/sealing')
  await officer.getByRole('link', { name: /Two under seal/ }).click()
  await officer.getByRole('heading', { name: 'Key and shares' }).waitFor()
  await officer.screenshot(picture('sealing'))
})
