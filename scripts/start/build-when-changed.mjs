import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runTask } from '../processes/run-task.mjs'
import { bundlePrograms } from './bundle-programs.mjs'

const FOLDERS = [
  'app',
  'components',
  'db',
  'domain',
  'engine',
  'jobs',
  'lib',
  'public',
  'scripts/ceremony',
  'scripts/verifier',
  'scripts/witness',
  'sealing',
  'transcript',
]

/** A digest of every file that a build reads; tests are not among them. */
export function hashSources(root) {
  const hash = createHash('sha256')
  const own = readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name) && entry.name !== 'next-env.d.ts',
    )
    .map((entry) => entry.name)
  const inside = FOLDERS.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  )
  for (const file of [...own, ...inside].sort())
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** Is there a finished build of exactly these sources? */
export function isBuilt(root) {
  const mark = path.join(root, '.next', 'source-hash')
  return (
    existsSync(path.join(root, '.next', 'BUILD_ID')) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === hashSources(root)
  )
}

/** `next dev` leaves a list of the routes it knew; the compiler would hold today's pages against it. */
export const forgetDevelopmentTypes = (root) =>
  rmSync(path.join(root, '.next', 'dev', 'types'), { recursive: true, force: true })

/**
 * Builds for production, the verifier beside it, and, when that went well, notes of which sources.
 * @returns {Promise<{ok: boolean, said: string}>}
 */
export async function build(root, env, { show = false } = {}) {
  const mark = path.join(root, '.next', 'source-hash')
  rmSync(mark, { force: true })
  forgetDevelopmentTypes(root)
  const hash = hashSources(root)
  const done = await runTask(['next', 'build'], { root, env: { ...env, NODE_ENV: 'production' }, show })
  if (!done.ok) return done
  await bundlePrograms(root)
  writeFileSync(mark, hash)
  return done
}
