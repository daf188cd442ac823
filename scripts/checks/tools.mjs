import { readdirSync } from 'node:fs'
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

/** A check is one name that counts as one: it holds or it does not. */
const asCheck = ({ ok, said }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, said })

const tool =
  (...command) =>
  async (root) =>
    asCheck(await runTask(command, { root }))

export const toolChecks = [
  { name: 'format', run: tool('biome', 'format', '.') },
  { name: 'lint', run: tool('biome', 'check', '--formatter-enabled=false', '--error-on-warnings', '.') },
  { name: 'dead code', run: tool('knip', '--no-progress') },
  { name: 'types', run: checkTypes },
  { name: 'boundaries', run: checkBoundaries },
]

/**
 * The native compiler takes a quarter of the time; the one before it stays for the tools that read our files by it.
 * What it keeps between runs does not notice new routes (7.0.2), so it keeps nothing. On one thread it takes as long, and
 * leaves the other processor to the tests beside it.
 */
const TYPES = [
  'node',
  'node_modules/typescript-native/bin/tsc',
  '--noEmit',
  '--incremental',
  'false',
  '--singleThreaded',
]

async function checkTypes(root) {
  forgetDevelopmentTypes(root)
  const generated = await runTask(['next', 'typegen'], { root })
  return asCheck(generated.ok ? await runTask(TYPES, { root }) : generated)
}

/** The cruiser calls a run over nothing a success, so we count the files ourselves. */
async function checkBoundaries(root) {
  const present = readdirSync(root).filter((name) => CRUISED.includes(name))
  const expected = present.reduce((sum, folder) => sum + countSources(path.join(root, folder)), 0)
  const done = await runTask(
    ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...present],
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
