import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { mailedToken } from '@/db/factories/accounts'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { registrarInvitations } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { anyone, type Person, personById } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { acceptRegistrarInvitation } from './accept-invitation'
import { invitePerson } from './invite-person'

afterAll(closeDatabase)

async function invited(guest?: Person) {
  const { ianaId } = await makeRegistrar()
  const person = guest ?? (await makePerson())
  await invitePerson(await makePerson({ roles: ['programme-officer'] }), { ianaId, email: person.email })
  return { ianaId, guest: person, token: await mailedToken(person.email) }
}

const refusal = (code: string) => ({ ok: false, error: { code } })

describe('registrar.accept-invitation', () => {
  test('gives the role for that IANA id once, also in parallel', async () => {
    const { ianaId, guest, token } = await invited()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => acceptRegistrarInvitation(guest, { token })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await personById(database(), guest.userId, 1)).toMatchObject({
      roles: ['registrar'],
      registrarIanaId: ianaId,
    })
  })

  test('refuses the role: whoever is not signed in, and anyone with a role in the programme', async () => {
    const { token } = await invited()
    expect(await acceptRegistrarInvitation(anyone, { token })).toMatchObject({ error: { status: 401 } })
    const reviewer = await invited(await makePerson({ roles: ['reviewer'] }))
    expect(await acceptRegistrarInvitation(reviewer.guest, { token: reviewer.token })).toMatchObject(
      refusal('registrar.no-pir-person'),
    )
  })

  test('refuses the stranger: it is for the address it went to', async () => {
    const { token } = await invited()
    for (const [person, key] of [
      [await makePerson(), token],
      [await makePerson(), 'none'],
    ] as const)
      expect(await acceptRegistrarInvitation(person, { token: key })).toMatchObject(
        refusal('invitation.invalid'),
      )
  })

  test('refuses the moment: after seven days, once accreditation is lost, for a second registrar', async () => {
    const late = await invited()
    await database()
      .update(registrarInvitations)
      .set({ expiresAt: new Date(processNow().getTime() - 1) })
      .where(eq(registrarInvitations.email, late.guest.email))
    expect(await acceptRegistrarInvitation(late.guest, { token: late.token })).toMatchObject(
      refusal('invitation.invalid'),
    )
    const lost = await invited()
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, lost.ianaId))
    expect(await acceptRegistrarInvitation(lost.guest, { token: lost.token })).toMatchObject(
      refusal('registrar.not-accredited'),
    )
    const busy = await invited(await makePerson({ registrar: (await makeRegistrar()).ianaId }))
    expect(await acceptRegistrarInvitation(busy.guest, { token: busy.token })).toMatchObject(
      refusal('role.held'),
    )
  })
})
