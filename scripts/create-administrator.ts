import { closeDatabase } from '@/db/client'
import { createAdministrator } from '@/domain/users/create-administrator'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'

/** `npm run admin:create -- <e-mail> <name>`: makes the first administrator and prints the link that sets the password. */
const [email = '', ...name] = process.argv.slice(2)
const answer = await createAdministrator(systemActor('admin-create'), { email, name: name.join(' ') })
if (answer.ok) {
  console.log(
    `Open this link within 24 hours; it works once:\n${env.PORTAL_URL}/reset-password?token=${answer.value.token}`,
  )
  console.log('Then sign in and set up an authenticator app: an administrator needs both.')
} else {
  console.error('Use: npm run admin:create -- name@example.org "Given Family"')
  console.error(Object.values(answer.error.fields ?? {}).join('\n') || answer.error.message)
  process.exitCode = 1
}
await closeDatabase()
