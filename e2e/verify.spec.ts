import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { demoPerson } from './fixtures/demo-person'
import { expect, test } from './fixtures/portal'

test('R9.4 a stranger checks a result on their own device, cut off from us, and finds a changed entry', async ({
  visit,
}, info) => {
  const page = await visit()
  await page.goto('/results/z3')
  await page.getByRole('link', { name: 'Check it on your own device' }).click()
  await expect(page.getByRole('heading', { name: 'It holds.' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^z3\.org.* goes to / })).toBeVisible()
  const text = await (await page.request.get('/api/v1/results/z3/transcript')).text()
  await page.context().setOffline(true)
  const file = info.outputPath('transcript.json')
  const minor = /Minor\\":\\"(?=\d{5,}\\".{0,40}sequence\\":2,)/
  expect(text).toMatch(minor)
  writeFileSync(
    file,
    text.replace(minor, (found) => `${found}9`),
  )
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'It does not hold.' })).toBeVisible()
  await expect(page.getByText(/The first wrong entry: Entry \d+/)).toBeVisible()
  const large = info.outputPath('large.json')
  writeFileSync(large, '')
  truncateSync(large, 300 * 1024 * 1024)
  await page.getByLabel('Choose files').setInputFiles(large)
  await expect(page.getByText('“large.json” is larger than 256 MB. No transcript is.')).toBeVisible()
  rmSync(large)
  writeFileSync(file, text)
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'It holds.' })).toBeVisible()
})

test('R8.3 a stranger opens the sealed bids of a final round again, and finds one that was changed', async ({
  visit,
  signInAs,
}, info) => {
  const [lot] = await database().select({ roundId: lots.roundId }).from(lots).where(eq(lots.label, 'w9'))
  const page = await visit()
  await page.goto('/verify?result=w9')
  await expect(page.getByRole('heading', { name: 'It holds.' })).toBeVisible()
  await expect(page.getByText(/sealed bids were opened again on your device/)).toBeVisible()
  const whole = `/admin/sealing/${lot!.roundId}/transcript`
  const dana = await signInAs(await demoPerson('dana'))
  const text = await (await dana.request.get(whole)).text()
  expect((await page.request.get(whole)).status()).toBe(404)
  const transcript = JSON.parse(text)
  transcript.sealed.bids[0].ciphertext = transcript.sealed.bids[1].ciphertext
  const file = info.outputPath('transcript.json')
  writeFileSync(file, JSON.stringify(transcript))
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'It does not hold.' })).toBeVisible()
  await expect(page.getByText(/is not the one that was handed in/)).toBeVisible()
})

test('R9.2 a stranger follows the log, and nobody but a known witness signs under it', async ({
  request,
}) => {
  const { size, note } = await (await request.get('/api/v1/transcript')).json()
  expect(note.split('\n')[1]).toBe(String(size))
  const { proof } = await (await request.get(`/api/v1/transcript/consistency?from=1&to=${size}`)).json()
  expect(proof.length).toBeGreaterThan(0)
  expect((await request.get(`/api/v1/transcript/inclusion?index=${size}&size=${size}`)).status()).toBe(404)
  expect((await request.get('/api/v1/transcript/leaves?from=-1')).status()).toBe(422)
  const answer = await request.post('/api/v1/transcript/cosignatures', { data: { size, line: '— me AAAA' } })
  expect(answer.status()).toBe(403)
  expect((await request.get('/verify/witness.mjs')).headers()['content-disposition']).toContain('witness.mjs')
})
