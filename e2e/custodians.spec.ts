import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { approve as approveFor } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { roles } from '@/db/schema/people'
import { roundKeys } from '@/db/schema/sealing'
import { mailOutbox } from '@/db/schema/system'
import { revokeRole } from '@/domain/roles/revoke-role'
import { newChallenge } from '@/domain/sealing/challenge'
import { proveShare } from '@/domain/sealing/prove-share'
import { publishKey } from '@/domain/sealing/publish-key'
import { registerKey } from '@/domain/sealing/register-key'
import type { Person } from '@/lib/access/actor'
import { fromBase64 } from '@/sealing/base64'
import { type Ceremony, holdCeremony } from '@/sealing/ceremony'
import { identityOf } from '@/sealing/identity'
import { proveShare as proofOf, unwrapShare } from '@/sealing/share'
import { expect, test } from './fixtures/portal'
import { approve, requestOf } from './fixtures/two-people'

type Custodian = { person: Person; identity: string }

/** A custodian of this journey, with a key of its own unless it registers one in its browser. */
async function makeCustodian(number: number, registers = true): Promise<Custodian> {
  const { identityToRecipient } = await import('age-encryption')
  const person = await makePerson({ roles: ['custodian'], name: `Keeper ${number} of the lost share` })
  const identity = identityOf(crypto.getRandomValues(new Uint8Array(32)))
  const recipient = await identityToRecipient(identity)
  const employer = `Example Employer ${number % 3} (fictional)`
  if (registers) expect(await registerKey(person, { recipient, employer })).toMatchObject({ ok: true })
  return { person, identity }
}

/** Proves the share of the key, as the custodian's browser would. */
async function prove({ person, identity }: Custodian, { shares }: Ceremony, keyId: string): Promise<void> {
  const { wrapped, sha256 } = shares.find(({ custodian }) => custodian === person.userId)!
  const share = (await unwrapShare(fromBase64(wrapped)!, identity))!
  const challenge = newChallenge({ keyId, sha256 }, new Date())
  const proof = proofOf(share, challenge)
  expect(await proveShare(person, { keyId, challenge, proof })).toMatchObject({ ok: true })
}

async function newestKey(roundId: string): Promise<string> {
  const keys = await database().select().from(roundKeys).where(eq(roundKeys.roundId, roundId))
  return keys.sort((a, b) => b.version - a.version)[0]!.id
}

test('two custodians are lost while bidding is open: another ceremony, and bidders are asked to hand in again', async ({
  signInAs,
}, info) => {
  test.setTimeout(240_000)
  const { round, bidders } = await makeOpenLots({
    format: 'sealed-first-price',
    closesAt: new Date(Date.now() + 3_600_000),
  })
  const [olga, omar] = [
    await makePerson({ roles: ['programme-officer'] }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  const old = await Promise.all([0, 1, 2, 3, 4].map((number) => makeCustodian(number)))
  const { identityToRecipient } = await import('age-encryption')
  const holders = old.map(async ({ person, identity }) => ({
    custodian: person.userId,
    recipient: await identityToRecipient(identity),
  }))
  const first = await holdCeremony(round.id, await Promise.all(holders))
  const published = await publishKey(olga, { roundId: round.id, ceremony: JSON.stringify(first) })
  expect((await approveFor(published, omar)).ok).toBe(true)
  const firstKey = await newestKey(round.id)
  for (const custodian of old.slice(0, 4)) await prove(custodian, first, firstKey)

  const officer = await signInAs(olga)
  const address = `/admin/sealing/${round.id}`
  const administrator = await makePerson({ roles: ['administrator'] })
  for (const { person } of old.slice(0, 2)) {
    const [role] = await database().select().from(roles).where(eq(roles.userId, person.userId))
    const ended = await revokeRole(administrator, { roleId: role!.id, reason: 'Left the employer.' })
    expect(ended).toMatchObject({ ok: true })
  }
  await test.step('the page says what the loss means', async () => {
    await officer.goto(address)
    await expect(officer.getByText('Only 3 custodians of this key are left')).toBeVisible()
  })

  const key = info.outputPath('custodian-key.txt')
  const newcomer = await makeCustodian(5, false)
  const page = await signInAs(newcomer.person)
  await test.step('a new custodian makes and registers a key in its browser', async () => {
    await page.goto('/custodian')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make a key here and save it' }).click()
    await (await saved).saveAs(key)
    await expect(page.getByLabel('Your recipient')).toHaveValue(/^age1pq1/)
    await page.getByLabel('Who employs you').fill('Example Employer 2 (fictional)')
    await page.getByRole('button', { name: 'Register this key' }).click()
    await expect(page.getByText('Registered', { exact: false }).first()).toBeVisible()
  })
  newcomer.identity = /AGE-SECRET-KEY-PQ-1\w+/.exec(readFileSync(key, 'utf8'))![0]
  const present = [...old.slice(2), await makeCustodian(6), newcomer]

  const made =
    await test.step('the ceremony is one file that plain Node runs away from the portal', async () => {
      await officer.goto(address)
      for (const { person } of present) await officer.locator(`input[value="${person.userId}"]`).check()
      const list = officer.waitForEvent('download')
      await officer.getByRole('button', { name: 'Download the list' }).click()
      await (await list).saveAs(info.outputPath('custodians.json'))
      const program = await officer.request.get('/verify/ceremony.mjs')
      writeFileSync(info.outputPath('ceremony.mjs'), await program.body())
      const cwd = path.dirname(info.outputPath('ceremony.mjs'))
      const words = ['ceremony.mjs', 'custodians.json', 'ceremony.json']
      const said = execFileSync(process.execPath, words, { cwd, encoding: 'utf8' })
      expect(said).toContain('It holds no secret.')
      return readFileSync(path.join(cwd, 'ceremony.json'), 'utf8')
    })
  await test.step('two officers publish its key', async () => {
    await officer.getByLabel('ceremony.json').fill(made)
    await officer.getByRole('button', { name: 'Ask a second officer to publish the key' }).click()
    await approve(await signInAs(omar), await requestOf(officer))
  })
  await test.step('with the fourth proof, made in a browser from the saved file, bids are sealed to it', async () => {
    const keyId = await newestKey(round.id)
    for (const custodian of present.slice(0, 3)) await prove(custodian, JSON.parse(made), keyId)
    await page.goto('/custodian')
    await page.getByLabel(/the file that you keep it in/).setInputFiles(key)
    await page.getByRole('button', { name: 'Open my share and prove it' }).click()
    await page.getByRole('button', { name: 'Send the proof' }).click()
    await expect(page.getByText(/^Proven/).first()).toBeVisible()
    await officer.goto(address)
    const newest = officer.getByRole('heading', { name: /^Key 3/ })
    await expect(newest).toContainText('Bids are sealed to it')
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(eq(mailOutbox.to, bidders[0]!.person.email))
    expect(letters.some(({ text }) => text.includes('please hand it in again'))).toBe(true)
  })
})
