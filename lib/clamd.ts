import { connect } from 'node:net'

/** What clamd found: nothing, or the name of what it knows. */
export type Finding = { clean: true } | { clean: false; name: string }

const CHUNK = 64 * 1024

/**
 * Lets clamd look at bytes, by its INSTREAM command: chunks with their length before them, an empty one at the end, one
 * line back. Throws when clamd is away, silent or could not look.
 * @param address `host:port`, or the path of a socket
 */
export function scanByClamd(address: string, bytes: Uint8Array, timeoutMs = 20_000): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const socket = connect(whereIs(address))
    let said = ''
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error('clamd did not answer in time')))
    socket.on('error', reject)
    socket.on('data', (part) => {
      said += part.toString('latin1')
    })
    socket.on('close', () => {
      const [line = ''] = said.split('\0')
      const found = /^stream: (.+) FOUND$/.exec(line)
      if (line === 'stream: OK') resolve({ clean: true })
      else if (found) resolve({ clean: false, name: found[1]! })
      else reject(new Error(`clamd answered ${JSON.stringify(line.slice(0, 200))}`))
    })
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK)
      socket.write(lengthOf(chunk.length))
      socket.write(chunk)
    }
    socket.write(lengthOf(0))
  })
}

function whereIs(address: string): { path: string } | { host: string; port: number } {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? []
  return host && port ? { host, port: Number(port) } : { path: address }
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(size)
  return length
}
