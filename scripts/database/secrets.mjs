import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['PORTAL_SECRET', 'NEXTAUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']

/**
 * The secrets of the embedded world, made once and kept in `.data/secrets.json`, readable by its owner alone.
 * With a DATABASE_URL of your own they come from the environment instead.
 * @returns {Record<string, string>} one per name, 32 random bytes in base64
 */
export function keptSecrets(root) {
  const file = path.join(root, '.data', 'secrets.json')
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const missing = NAMES.filter((name) => !kept[name])
  for (const name of missing) kept[name] = randomBytes(32).toString('base64')
  if (missing.length > 0) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  }
  return kept
}

/** Of the numbers kept for stories: nobody answers it. */
const DEMO_PHONE = '+1 202 555 0100'

/** The environment of a process on the embedded database; what the caller set itself wins. */
export function embeddedEnvironment(root, url) {
  // A login meant for another database must not lead the demo world there.
  const database = { DATABASE_URL: url, DATABASE_APP_URL: '', EMBEDDED_DATABASE: 'on' }
  return { ...keptSecrets(root), DEMO: 'on', PROGRAMME_PHONE: DEMO_PHONE, ...process.env, ...database }
}
