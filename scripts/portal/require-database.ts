import { env } from '@/env'
import { InputRefused } from './input-refused'

/** For verbs that work on the portal’s database: refuses where none is named. */
export function requireDatabase(): void {
  try {
    env.DATABASE_URL.at(0)
  } catch {
    throw new InputRefused(
      'database.missing',
      'Set DATABASE_URL and PORTAL_SECRET, or put “node scripts/with-database.mjs --” before the command.',
    )
  }
}
