import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandOf, isRunning } from '../processes/find-process.mjs'
import { canEnter, copyNative, findNative, postgresUser } from './binaries.mjs'
import { clusterUrl, killCluster, readPostmaster, startCluster } from './cluster.mjs'

/** What a run of every test leaves room for many times over. */
const PLENTY_BYTES = 3 * 1024 ** 3

/** The cluster is in use by another command of this checkout. The message names it. */
export class DatabaseInUse extends Error {}

/**
 * Where this checkout's database lives: `.data/pg`, unless root keeps the checkout in a folder the database user may
 * not enter (such as /root); then data and programs live under /var/lib.
 */
async function place(root) {
  const user = postgresUser()
  const native = await findNative(root)
  const own = path.join(root, '.data')
  mkdirSync(own, { recursive: true, mode: 0o755 })
  if (canEnter(own, user) && canEnter(path.join(native, 'bin'), user))
    return { user, native, folder: own, moved: false }
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const folder = `/var/lib/short-names-in-org/${key}`
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const version = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')).version
  return { user, native: copyNative(native, `${folder}/postgres-${version}`), folder, moved: true }
}

/**
 * Starts the database of this checkout, kept between runs. Clears what a killed run left behind.
 * @param {string} root the checkout
 * @returns {Promise<{url: string, fresh: boolean, moved?: string, stop: () => Promise<void>, ended: Promise<number>}>}
 *   fresh: it was made just now; moved: where the data are when not under `.data`
 * @throws {DatabaseInUse} when another living command of this checkout owns it
 */
export async function startEmbedded(root) {
  const { user, native, folder, moved } = await place(root)
  const data = path.join(folder, 'pg')
  await clearLeftovers(root, data)
  const fresh = !existsSync(path.join(data, 'PG_VERSION'))
  const password = keptPassword(folder, fresh)
  const cluster = await startCluster({
    native,
    data,
    user,
    password,
    log: path.join(root, '.data', 'postgres.log'),
  })
  const note = path.join(root, '.data', 'database.json')
  const url = clusterUrl(cluster.port, password, 'portal')
  writeFileSync(note, JSON.stringify({ url, data, owner: process.pid, pid: cluster.pid }), { mode: 0o600 })
  const stop = async () => {
    await cluster.stop()
    rmSync(note, { force: true })
  }
  try {
    await ensureDatabase(clusterUrl(cluster.port, password, 'postgres'), 'portal')
  } catch (error) {
    await stop()
    throw error
  }
  return { url, fresh, moved: moved ? folder : undefined, stop, ended: cluster.ended }
}

/** The address of this checkout's database when another command runs it already and it answers; else undefined. */
export async function findRunning(root) {
  const note = readNote(root)
  if (!note || !isRunning(note.pid, note.data)) return undefined
  return (await answers(note.url)) ? note.url : undefined
}

/**
 * A cluster of its own for one test run: fast, empty, gone when it stops.
 * @param {{durable?: boolean}} [options] durable: real fsync, for tests that pull the plug
 * @returns {Promise<{url: string, pid: number, stop: () => Promise<void>}>}
 */
export async function startThrowaway(root, { durable = false } = {}) {
  const { folder, password, ...options } = await throwawayPlace(root, durable ? tmpdir() : quickestFolder())
  const cluster = await startCluster({ ...options, password, quick: !durable, litter: folder })
  return { url: clusterUrl(cluster.port, password, 'postgres'), pid: cluster.pid, stop: cluster.stop }
}

/**
 * A cluster with real fsync, made to be broken: `crash` kills every process of it at once, as a power cut would, and
 * starts it again on the same port. Its files go when it stops.
 * @returns {Promise<{url: string, port: number, crash: () => Promise<void>, stop: () => Promise<void>}>}
 */
export async function startBreakable(root) {
  const { folder, ...rest } = await throwawayPlace(root, tmpdir())
  const options = { ...rest, litter: folder }
  let cluster = await startCluster(options)
  const { port } = cluster
  const crash = async () => {
    await killCluster(cluster, options.data)
    cluster = await startCluster({ ...options, port })
  }
  return { url: clusterUrl(port, rest.password, 'postgres'), port, crash, stop: () => cluster.stop() }
}

/** Memory where there is plenty of it: what is thrown away need not reach a disk. */
function quickestFolder() {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > PLENTY_BYTES ? memory : tmpdir()
}

async function throwawayPlace(root, within) {
  const { user, native } = await place(root)
  const folder = mkdtempSync(path.join(within, 'portal-test-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const password = randomBytes(16).toString('hex')
  return {
    user,
    native,
    folder,
    password,
    data: path.join(folder, 'pg'),
    log: path.join(folder, 'postgres.log'),
  }
}

function readNote(root) {
  try {
    return JSON.parse(readFileSync(path.join(root, '.data', 'database.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** A living owner is refused by name; an orphan is stopped; a stale postmaster.pid is removed. */
async function clearLeftovers(root, data) {
  const running = readPostmaster(data)
  if (!running) return
  if (isRunning(running.pid, data)) {
    const owner = readNote(root)?.owner
    const command = owner === process.pid ? undefined : commandOf(owner)
    if (command?.includes('.mjs')) {
      throw new DatabaseInUse(
        `The database in ${data} is in use by "${command}" (process ${owner}). Stop that first.`,
      )
    }
    process.kill(running.pid, 'SIGINT')
    for (let tries = 0; tries < 500 && isRunning(running.pid, data); tries++) await pause(20)
  }
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

/** The password is made with the data directory and kept beside it, readable by its owner alone. */
function keptPassword(folder, fresh) {
  const file = path.join(folder, 'database-password')
  if (!fresh) {
    if (existsSync(file)) return readFileSync(file, 'utf8').trim()
    throw new Error(
      `The database exists but its password file ${file} is gone. Remove ${folder}/pg to start anew.`,
    )
  }
  const password = randomBytes(24).toString('hex')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

async function ensureDatabase(url, name) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`
    if (!found) await sql`create database ${sql(name)}`
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function answers(url) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
