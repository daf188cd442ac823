/** Runs a command with DATABASE_URL set: `node scripts/with-database.mjs -- tsx db/migrate.ts`. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findRunning, startEmbedded } from './database/embedded.mjs'
import { embeddedEnvironment } from './database/secrets.mjs'
import { ensureRuntime, withBin } from './processes/runtime.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

function run([command, ...words], env) {
  const child = spawn(command, words, { cwd: root, stdio: 'inherit', env: withBin(root, env) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} could not be run: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function main() {
  const mark = process.argv.indexOf('--')
  const command = mark < 0 ? [] : process.argv.slice(mark + 1)
  if (command.length === 0) {
    console.error('Say what to run: node scripts/with-database.mjs -- <command> …')
    return 2
  }
  await ensureRuntime(root)
  if (process.env.DATABASE_URL) return run(command, process.env)
  const url = await findRunning(root)
  if (url) return run(command, embeddedEnvironment(root, url))
  const database = await startEmbedded(root)
  try {
    return await run(command, embeddedEnvironment(root, database.url))
  } finally {
    await database.stop()
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
