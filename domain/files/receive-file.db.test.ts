import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { files } from '@/db/schema/system'
import { changeEnvironment, restoreEnvironment } from '@/db/testing/change-environment'
import { keepEvidence } from './keep-evidence'
import { receiveFile } from './receive-file'

afterAll(closeDatabase)

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n1 0 obj << >> endobj\n${words}\ntrailer << >>\n%%EOF\n`)

/** Uploads as an officer would, with or without a scanner set. */
async function upload(scanner: string, words = '') {
  changeEnvironment({ CLAMD_ADDRESS: scanner })
  const officer = await makePerson({ roles: ['programme-officer'] })
  const answer = await receiveFile({ bytes: pdf(words), fileName: 'consent.pdf', declaredType: '' }, (file) =>
    keepEvidence(officer, { file }),
  )
  restoreEnvironment()
  if (!answer.ok) return answer.error.code
  const [row] = await database().select().from(files).where(eq(files.id, answer.value.fileId))
  return row!.scan
}

test('without a scanner a file is kept and says that nobody looked at it', async () => {
  expect(await upload('')).toBe('not-scanned')
})

test('with a scanner it is clean, refused with malware, and refused while the scanner is away', async () => {
  const clamd = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      if (received.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(received.includes('EICAR') ? 'stream: Eicar FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((ready) => clamd.listen(0, '127.0.0.1', ready))
  const address = `127.0.0.1:${(clamd.address() as AddressInfo).port}`
  expect(await upload(address)).toBe('clean')
  expect(await upload(address, 'EICAR')).toBe('file.infected')
  await new Promise((closed) => clamd.close(closed))
  const before = await database().$count(files)
  expect(await upload(address)).toBe('file.not-checked')
  expect(await database().$count(files)).toBe(before)
})
