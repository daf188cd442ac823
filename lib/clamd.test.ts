import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { scanByClamd } from './clamd'

type Server = ReturnType<typeof createServer>
const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed))
})

/** The bytes of an INSTREAM once they are whole: a command, chunks with their lengths, an empty one. */
function streamed(received: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0')
  if (!received.subarray(0, command.length).equals(command)) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const size = received.readUInt32BE(at)
    if (size === 0) return Buffer.concat(chunks)
    if (at + 4 + size > received.length) return undefined
    chunks.push(received.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return undefined
}

/** Speaks clamd's protocol: looks for a word in what came, and ends the connection as clamd does. */
async function clamd(answer: (bytes: Buffer) => string, where: string | number = 0): Promise<string> {
  const server = createServer((socket: Socket) => {
    let received = Buffer.alloc(0)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const bytes = streamed(received)
      if (bytes) socket.end(`${answer(bytes)}\0`)
    })
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(where, ready))
  return typeof where === 'string' ? where : `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const looks = (bytes: Buffer) => (bytes.includes('EICAR') ? 'stream: Eicar-Signature FOUND' : 'stream: OK')

describe('clamd', () => {
  test('gets every byte, however many chunks they take, and says what it found', async () => {
    let seen: Uint8Array = Buffer.alloc(0)
    const address = await clamd((bytes) => {
      seen = bytes
      return looks(bytes)
    })
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251))
    expect(await scanByClamd(address, bytes)).toEqual({ clean: true })
    expect(bytes.equals(seen)).toBe(true)
    const infected = Buffer.concat([bytes, Buffer.from('EICAR')])
    expect(await scanByClamd(address, infected)).toEqual({ clean: false, name: 'Eicar-Signature' })
  })

  test('is reached by a socket of the file system as well', async () => {
    const address = await clamd(looks, path.join(tmpdir(), `clamd-${process.pid}.sock`))
    expect(await scanByClamd(address, Buffer.from('plain'))).toEqual({ clean: true })
  })

  test('that could not look, is silent or is away, is no verdict', async () => {
    const refusing = await clamd(() => 'INSTREAM size limit exceeded. ERROR')
    await expect(scanByClamd(refusing, Buffer.from('x'))).rejects.toThrow('size limit')
    const server = createServer((socket) => socket.on('data', () => undefined).on('error', () => undefined))
    servers.push(server)
    await new Promise<void>((ready) => server.listen(0, ready))
    const silent = `127.0.0.1:${(server.address() as AddressInfo).port}`
    await expect(scanByClamd(silent, Buffer.from('x'), 50)).rejects.toThrow('in time')
    await expect(scanByClamd('127.0.0.1:1', Buffer.from('x'))).rejects.toThrow('ECONNREFUSED')
  })
})
