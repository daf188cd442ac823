import { type AddressInfo, createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { mailOutbox } from '@/db/schema/system'
import { changeEnvironment, restoreEnvironment } from '@/db/testing/change-environment'
import { anyone, systemActor } from '@/lib/access/actor'
import { post } from '@/lib/mail'
import { newToken } from '@/lib/secrets'
import { mailbox, readLetter, waitingLetters } from './queries'
import { sendLetter } from './send-letter'

afterAll(closeDatabase)
afterEach(restoreEnvironment)
beforeEach(async () => {
  await database().delete(mailOutbox)
})

const worker = systemActor('send-mail')
const letter = { to: 'nia@people.example', subject: 'Hello', text: 'Dear Nia,', template: 'test' }
const write = (more = {}) => database().transaction((tx) => post(tx, [{ ...letter, ...more }]))

describe('sending a letter', () => {
  test('delivers it to the mailbox once, signed', async () => {
    await write()
    const [mailId = ''] = await waitingLetters(10)
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendLetter(worker, { mailId })))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await waitingLetters(10)).toEqual([])
    const [shown] = (await mailbox('nia@people.example'))!
    expect(shown).toMatchObject({ id: mailId, subject: 'Hello' })
    expect((await readLetter(mailId))!.text).toContain(
      'Short names in .ORG, a service of Public Interest Registry',
    )
  })

  test('is the worker’s alone', async () => {
    await write()
    const [mailId = ''] = await waitingLetters(10)
    for (const actor of [anyone, await makePerson(), await makePerson({ roles: ['administrator'] })])
      expect(await sendLetter(actor, { mailId })).toMatchObject({ ok: false })
    expect(await sendLetter(worker, { mailId: 'mail_unknown' })).toMatchObject({ error: { status: 404 } })
  })

  test('keeps one letter per effect, and one line per subject', async () => {
    await write({ effect: 'once', subject: 'Hello\r\nBcc: everyone@people.example' })
    await write({ effect: 'once' })
    const rows = await database().select().from(mailOutbox)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.subject).toBe('Hello Bcc: everyone@people.example')
  })
})

describe('with a mail server', () => {
  test('the letter arrives with its link, and is kept without the key in it', async () => {
    const token = newToken()
    await write({
      text: `Dear Nia,\n\nhttp://localhost:3000/register/confirm?token=${token}\n\nfor org_01ABC`,
    })
    const [mailId = ''] = await waitingLetters(10)
    const { received, port, stop } = await mailServer()
    changeEnvironment({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect(await sendLetter(worker, { mailId })).toMatchObject({ ok: true, value: { sent: true } })
    stop()
    expect(received().replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(`token=${token}`)
    const [row] = await database().select().from(mailOutbox).where(eq(mailOutbox.id, mailId))
    expect(row!.text).toBe(
      'Dear Nia,\n\nhttp://localhost:3000/register/confirm?token=[removed after sending]\n\nfor org_01ABC',
    )
  })
})

/** The least of a mail server: takes one letter and keeps what came. */
async function mailServer() {
  let text = ''
  let inLetter = false
  const server = createServer((socket) => {
    socket.write('220 mail.example ESMTP\r\n')
    socket.on('data', (bytes) => {
      text += bytes
      if (inLetter && !text.endsWith('\r\n.\r\n')) return
      const said = inLetter ? '250 taken' : /^DATA/m.test(String(bytes)) ? '354 go on' : '250 mail.example'
      inLetter = said === '354 go on'
      socket.write(`${said}\r\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { received: () => text, port: (server.address() as AddressInfo).port, stop: () => server.close() }
}

describe('with a mail server that does not answer', () => {
  test('the letter waits with the reason, up to ten tries', async () => {
    await write()
    const [mailId = ''] = await waitingLetters(10)
    changeEnvironment({ SMTP_URL: 'smtp://127.0.0.1:1' })
    for (let tries = 1; tries <= 10; tries++) {
      expect(await waitingLetters(10)).toEqual([mailId])
      expect(await sendLetter(worker, { mailId })).toMatchObject({ ok: true, value: { sent: false } })
    }
    const [row] = await database().select().from(mailOutbox).where(eq(mailOutbox.id, mailId))
    expect(row).toMatchObject({
      attempts: 10,
      sentAt: null,
      lastError: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await waitingLetters(10)).toEqual([])
    expect(await mailbox(undefined)).toBeUndefined()
  })
})
