import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runTask } from '../processes/run-task.mjs'
import { forgetDevelopmentTypes } from '../start/build-when-changed.mjs'

/** What dependency-cruiser reads; it must really have read it. */
const CRUISED = [
  'app',
  'components',
  'domain',
  'engine',
  'sealing',
  'transcript',
  'db',
  'jobs',
  'lib',
  'scripts',
  'e2e',
]

/** What the tools keep between runs: what they read again is only what changed. */
const KEPT = 'node_modules/.cache/checks'

/** A check is one name that counts as one: it holds or it does not. */
const asCheck = ({ ok, said }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, said })

const tool =
  (...command) =>
  async (root) =>
    asCheck(await runTask(command, { root }))

export const toolChecks = [
  { name: 'format and lint', run: tool('biome', 'check', '--error-on-warnings', '.') },
  { name: 'dead code', run: tool('knip', '--no-progress', '--cache', '--cache-location', `${KEPT}/knip`) },
  { name: 'types', run: checkTypes },
  { name: 'boundaries', run: checkBoundaries },
]

/**
 * The native compiler takes a quarter of the time; the one before it stays for the tools that read our files by it. On
 * one thread it takes as long, and leaves the other processor to the tests beside it.
 */
const TYPES = [
  'node',
  'node_modules/typescript-native/bin/tsc',
  '--noEmit',
  '--incremental',
  '--singleThreaded',
]

async function checkTypes(root) {
  forgetDevelopmentTypes(root)
  const generated = await runTask(['next', 'typegen'], { root })
  return asCheck(
    generated.ok ? await runTask([...TYPES, '--tsBuildInfoFile', keptTypes(root)], { root }) : generated,
  )
}

/** Where the compiler keeps what it knows. It does not notice new routes (7.0.2), so with other routes it begins anew. */
function keptTypes(root) {
  const hash = createHash('sha256')
  const generated = path.join(root, '.next', 'types')
  for (const name of readdirSync(generated)
    .filter((each) => each.endsWith('.ts'))
    .sort())
    hash.update(readFileSync(path.join(generated, name)))
  const folder = path.join(KEPT, 'types')
  const file = path.join(folder, `${hash.digest('hex').slice(0, 16)}.tsbuildinfo`)
  if (!existsSync(path.join(root, file))) rmSync(path.join(root, folder), { recursive: true, force: true })
  return file
}

const CACHED = ['--cache', `${KEPT}/boundaries`, '--cache-strategy', 'content']

/** The cruiser calls a run over nothing a success, so we count the files ourselves. */
async function checkBoundaries(root) {
  const present = readdirSync(root).filter((name) => CRUISED.includes(name))
  const expected = present.reduce((sum, folder) => sum + countSources(path.join(root, folder)), 0)
  const done = await runTask(
    ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...CACHED, ...present],
    { root },
  )
  const cruised = Number(/\((\d+) modules/.exec(done.said)?.[1] ?? 0)
  if (done.ok && cruised < expected) {
    return asCheck({
      ok: false,
      said: `It read ${cruised} modules where there are ${expected} source files.\n${done.said}`,
    })
  }
  return asCheck(done)
}

const countSources = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !/\.d\.m?ts$/.test(entry.name),
  ).length
