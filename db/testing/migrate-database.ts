import { spawn } from 'node:child_process'
import path from 'node:path'

/** Runs `db/migrate.ts` on a database, as an operator would: in a process of its own. Throws with what it said. */
export function migrateDatabase(root: string, url: string): Promise<void> {
  const child = spawn(path.join(root, 'node_modules', '.bin', 'node'), ['--import', 'tsx', 'db/migrate.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url, PORTAL_SECRET: 'a secret that only the tests know, 32 bytes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The migrations failed (exit code ${code}):\n${said.trim()}`)),
    )
  })
}
