import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes sure that the dependencies of package-lock.json are installed and that we run on the Node of this checkout;
 * otherwise installs, and runs the same command again on that Node, handing on the wish to stop and the exit code.
 * @returns {Promise<void>} only in a process that may go on
 */
export async function ensureRuntime(root) {
  const installed = install(root)
  const node = path.join(root, 'node_modules', '.bin', 'node')
  if (!existsSync(node)) {
    console.log(`The bundled Node is missing; going on with ${process.version}.`)
    return
  }
  if (!installed && realpathSync(node) === realpathSync(process.execPath)) return
  process.exit(await runAgain(root, node))
}

/**
 * Installs when package-lock.json is not the one last installed. On a fresh clone exactly what the lock says (`npm ci`);
 * later, or when the lock lacks this platform's packages, `npm install`, which keeps what fits.
 * @returns {boolean} whether anything was installed
 */
function install(root) {
  const modules = path.join(root, 'node_modules')
  const mark = path.join(modules, '.install-hash')
  const lock = () =>
    createHash('sha256')
      .update(readFileSync(path.join(root, 'package-lock.json')))
      .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock()) return false
  console.log('Installing the dependencies …')
  const exact = existsSync(modules) ? undefined : npm(root, 'ci')
  const installed = exact?.ok ? exact : npm(root, 'install', '--no-save')
  if (!installed.ok) {
    console.error(`${installed.said}\nThe dependencies could not be installed: npm says why above.`)
    process.exit(1)
  }
  if (!runs(path.join(modules, '.bin', 'node'))) npm(root, 'rebuild', 'node')
  writeFileSync(mark, lock())
  return true
}

function npm(root, ...words) {
  const flags = ['--no-audit', '--no-fund', '--loglevel=error']
  const env = { ...process.env, NODE_ENV: '' } // production would leave out the tools that build
  const done = spawnSync('npm', [...words, ...flags], { cwd: root, env, encoding: 'utf8' })
  if (done.signal) process.exit(130)
  return { ok: done.status === 0, said: `${done.stdout ?? ''}${done.stderr ?? ''}`.trim() }
}

const runs = (node) => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0

/** A child that is told to stop when this process is killed (the channel closes) and stops when this one is told to. */
function runAgain(root, node) {
  const follow = path.join(root, 'scripts', 'processes', 'follow-parent.mjs')
  const child = spawn(node, ['--import', follow, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: withBin(root, process.env),
  })
  askedToStop().then(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Resolves when we are asked to stop: by a signal (npm and the terminal may both send one) or, under npm, because npm
 * is gone: it tells its shell, and not every shell tells us.
 * @returns {Promise<undefined>}
 */
export function askedToStop() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(undefined))
    if (!process.env.npm_lifecycle_event) return
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && resolve(undefined), 500).unref()
  })
}

/** The environment with this checkout's programs first on the path: its Node, tsx, next, vitest. */
export function withBin(root, env) {
  return {
    ...env,
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${env.PATH}`,
  }
}
