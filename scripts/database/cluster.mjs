import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs Postgres and stops it when its standard input closes: however the parent ends, even by SIGKILL,
 * no database stays behind, and with LITTER set neither do its files.
 */
const GUARDIAN = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat <&3 >/dev/null; kill -INT $server 2>/dev/null; } &
wait $server
code=$?
[ -n "$LITTER" ] && rm -rf "$LITTER"
exit $code`

const SUPERUSER = 'portal'
const QUICK = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]

/** A port nobody listens on, asked from the operating system. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

export const clusterUrl = (port, password, database) =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`

/**
 * Makes the data directory, under another name until it is whole: a run killed here leaves nothing half made.
 * Sorting is C.UTF-8 everywhere, so that a list reads the same on every machine.
 */
async function initialise({ native, data, user, password, quick }) {
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(data, '..', `.password-${randomBytes(6).toString('hex')}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const each of [draft, passwordFile]) chownSync(each, user.uid, user.gid)
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin']
  // Tests connect thousands of times with a random password that lives for minutes: stretching it buys nothing.
  if (quick) flags.push('-c', 'scram_iterations=1')
  flags.push('--builtin-locale=C.UTF-8', '--no-sync', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`)
  try {
    await finished(
      spawn(path.join(native, 'bin', 'initdb'), ['-D', draft, ...flags], {
        ...user,
        cwd: '/',
        env: serverEnv(),
      }),
    )
    renameSync(draft, data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const serverEnv = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })

function finished(child) {
  let said = ''
  child.stdout.on('data', () => {})
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb failed:\n${said.trim()}`)),
    )
  })
}

/**
 * Starts a cluster on 127.0.0.1 and a free port; makes its data directory on first use.
 * @param {{native: string, data: string, user?: {uid: number, gid: number}, password: string, log: string,
 *   quick?: boolean, litter?: string, port?: number}} options quick: no fsync, for tests; litter: a folder to remove when
 *   it stops; port: this one instead of a free one
 * @returns {Promise<{port: number, pid: number, guardian: number, stop: () => Promise<void>, ended: Promise<number>}>}
 */
export async function startCluster(options) {
  if (!existsSync(path.join(options.data, 'PG_VERSION'))) await initialise(options)
  const port = options.port ?? (await freePort())
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
  ]
  if (options.quick) settings.push(...QUICK)
  const server = [path.join(options.native, 'bin', 'postgres'), '-D', options.data, '-p', String(port)]
  const log = openSync(options.log, 'a', 0o600)
  const guardian = spawn(
    'sh',
    ['-c', GUARDIAN, 'sh', ...server, ...settings.flatMap((each) => ['-c', each])],
    {
      ...options.user,
      cwd: '/',
      detached: true, // Ctrl-C must reach the web before it reaches the database
      stdio: ['pipe', log, log],
      env: { ...serverEnv(), LITTER: options.litter ?? '' },
    },
  )
  guardian.stdin.on('error', () => {})
  const ended = new Promise((resolve) => {
    guardian.once('error', () => resolve(1))
    guardian.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => guardian.stdin.end())
  const stop = async () => {
    guardian.stdin.end()
    await ended
  }
  const pid = await untilReady(options, port, ended)
  return { port, pid, guardian: guardian.pid, stop, ended }
}

/**
 * Kills the server, its guardian and every process it started, at once and without a word: what a power cut does. As
 * after one, the lock file is stale: its number may be another's by now, or a dead process's that nobody has waited for.
 */
export async function killCluster({ pid, guardian, ended }, data) {
  const all = processes()
  const family = [pid, ...all.filter(({ parent }) => parent === pid).map((each) => each.pid)]
  for (const each of [-guardian, ...family]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
  }
  await ended
  while (processes().some((each) => family.includes(each.pid) && !each.state.startsWith('Z'))) await pause(20)
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

function processes() {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=']).toString().trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), state }
  })
}

async function untilReady({ data, log }, port, ended) {
  let code
  ended.then((value) => {
    code = value
  })
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const running = readPostmaster(data)
    if (running?.ready && running.port === port) return running.pid
    if (code !== undefined) throw new Error(`Postgres did not start:\n${lastLines(log)}`)
    await pause(20)
  }
  throw new Error(`Postgres was not ready within a minute; its log is ${log}.`)
}

const lastLines = (file) => readFileSync(file, 'utf8').trim().split('\n').slice(-6).join('\n')

/** What `postmaster.pid` says: process, port and whether it takes connections; undefined when there is none. */
export function readPostmaster(data) {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}
