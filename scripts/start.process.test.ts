import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashSources } from './start/build-when-changed.mjs'

/**
 * `npm start` in a checkout whose web, worker and demo world are stand-ins: what is done once, in which order things
 * stop, and above all that nothing stays behind, whoever is asked or killed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const checkout = realpathSync(mkdtempSync(path.join(tmpdir(), 'portal-start-')))
const inside = (...names: string[]) => path.join(checkout, ...names)

const note = (text: string) =>
  `import { appendFileSync } from 'node:fs'\nconst note = () => appendFileSync('notes', '${text} ')\n`
const standIns = {
  'package.json': '{ "type": "module" }',
  'package-lock.json': '{}',
  'tsconfig.json': '{}',
  'server.ts': `${note('web')}
    import { createServer } from 'node:http'
    const web = createServer((_, response) => response.end('well')).listen(process.env.PORT)
    process.on('SIGTERM', () => { note(); web.close(() => process.exit(0)); web.closeAllConnections() })`,
  'jobs/worker.ts': `${note('worker')}
    setInterval(() => {}, 1000)
    process.on('SIGTERM', () => { note(); process.exit(0) })`,
  'db/migrate.ts': `
    import postgres from 'postgres'
    const sql = postgres(process.env.DATABASE_URL!, { onnotice: () => {} })
    await sql\`create table if not exists users (name text)\`
    await sql.end()`,
  'db/seed/main.ts': `${note('seed')}
    import postgres from 'postgres'
    const sql = postgres(process.env.DATABASE_URL!)
    await sql\`insert into users values ('somebody')\`
    await sql.end()
    note()`,
  'db/seed/print-sign-ins.ts': `console.log('officer@example.org', process.env.PORTAL_URL)`,
  '.next/BUILD_ID': 'stand-in',
}

type Run = { child: ChildProcess; said: () => string; code: Promise<number | null> }

/** Those of the test that runs: a failed test must leave nothing behind either. */
const runs: Run[] = []

function start(env: Record<string, string> = {}): Run {
  const { DATABASE_URL: _, ...own } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: checkout, env: { ...own, ...env } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const run = { child, said: () => text, code }
  runs.push(run)
  return run
}

async function started(env?: Record<string, string>): Promise<Run> {
  const run = start(env)
  await expect.poll(run.said, { timeout: 30_000 }).toContain('Ctrl-C stops everything')
  return run
}

/** The command lines of everything that runs for this checkout. */
function living(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLine(pid))
    .filter((command) => command.includes(checkout))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

const notes = () => readFileSync(inside('notes'), 'utf8').trim().split(' ')
const nothingLives = () => expect.poll(living, { timeout: 15_000 }).toEqual([])

beforeAll(() => {
  chmodSync(checkout, 0o755) // else the database user may not enter and the data go elsewhere
  cpSync(path.join(root, 'scripts'), inside('scripts'), { recursive: true })
  for (const [file, text] of Object.entries(standIns)) {
    mkdirSync(path.dirname(inside(file)), { recursive: true })
    writeFileSync(inside(file), text)
  }
  mkdirSync(inside('node_modules'))
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => !/^\.[ipv]/.test(each))) {
    symlinkSync(path.join(root, 'node_modules', name), inside('node_modules', name))
  }
  writeFileSync(inside('node_modules', '.install-hash'), createHash('sha256').update('{}').digest('hex'))
  writeFileSync(inside('.next', 'source-hash'), hashSources(checkout))
})
beforeEach(() => writeFileSync(inside('notes'), ''))
afterEach(() => {
  for (const run of runs.splice(0)) run.child.kill('SIGKILL')
})
afterAll(() => rmSync(checkout, { recursive: true, force: true }))

describe.runIf(process.platform === 'linux')('npm start', { timeout: 60_000 }, () => {
  test('fills the database once, runs once, and stops web, worker and database in this order', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, () => resolve((taken.address() as { port: number }).port))
    })
    const first = await started({ PORT: String(port) })
    expect(first.said()).toMatch(/officer@example\.org http:\/\/localhost:\d+/)
    expect(first.said()).not.toContain(`http://localhost:${port}\n`)
    taken.close()

    const rival = start()
    expect(await rival.code).toBe(1)
    expect(rival.said()).toContain('already being run from this folder')

    first.child.kill('SIGTERM')
    expect(await first.code).toBe(0)
    const second = await started()
    second.child.kill('SIGINT')
    expect(await second.code).toBe(0)
    expect(notes()).toEqual(['seed', 'web', 'worker', 'web', 'worker'])
    await nothingLives()
  })

  test('begins the demo world anew when filling it was cut short, and stops when the web dies', async () => {
    writeFileSync(inside('.data', 'seeding'), '')
    const run = await started()
    expect(notes()).toEqual(['seed'])
    const web = readdirSync('/proc').find(
      (pid) => /tsx server\.ts/.test(commandLine(pid)) && commandLine(pid).includes(checkout),
    )
    process.kill(Number(web), 'SIGKILL')
    expect(await run.code).toBe(1)
    expect(run.said()).toContain('The web ended')
    await nothingLives()
  })

  test('leaves nothing behind when it is killed, starts again, and stops when the database dies', async () => {
    const run = await started()
    run.child.kill('SIGKILL')
    await run.code
    await nothingLives()
    expect(notes().sort()).toEqual(['web', 'worker'])

    const again = await started()
    process.kill(
      Number(readFileSync(inside('.data', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    )
    expect(await again.code).toBe(1)
    expect(again.said()).toContain('The database ended')
    await nothingLives()
  })

  test('refuses a database that cannot be reached with a sentence', async () => {
    const run = start({ DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' })
    expect(await run.code).toBe(1)
    expect(run.said()).toContain('The database cannot be used')
    expect(run.said()).not.toContain('    at ')
  })
})
