import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/env'

/** Where uploaded bytes live. One adapter today (a local folder); the interface is what an object store would offer. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array>
  remove(key: string): Promise<void>
}

/** A random key: the user's file name never becomes a path. */
export function newStorageKey(): string {
  return randomBytes(24).toString('hex')
}

/** Files under FILES_DIR, two levels deep. A file appears whole or not at all (write, then rename). */
export const localStore: BlobStore = {
  async put(key, bytes) {
    const target = place(key)
    await mkdir(path.dirname(target), { recursive: true })
    const draft = `${target}.${randomBytes(6).toString('hex')}.part`
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, target)
  },
  get: (key) => readFile(place(key)),
  remove: (key) => rm(place(key), { force: true }),
}

function place(key: string): string {
  if (!/^[0-9a-f]{48}$/.test(key)) throw new Error('A storage key is 48 hexadecimal characters.')
  return path.resolve(env.FILES_DIR, key.slice(0, 2), key)
}
