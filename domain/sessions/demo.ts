import { demoPeople } from '@/db/seed/demo-people'
import { env } from '@/env'

/** One of the invented people of the demo world, whom nobody needs a password or a code for; nobody outside it. */
export function isDemoPerson(email: string): boolean {
  return env.DEMO && demoPeople.some((person) => person.email === email)
}
