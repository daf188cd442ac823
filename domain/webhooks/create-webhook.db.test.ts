import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { auditedAbout } from '@/db/factories/audited'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeWebhook } from '@/db/factories/webhooks'
import { webhooks } from '@/db/schema/notifications'
import { anyone } from '@/lib/access/actor'
import { createWebhook } from './create-webhook'
import { secretsOf } from './keep-secret'
import { ownWebhook, ownWebhooks } from './queries'
import { MOST_WEBHOOKS } from './rules'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const programme = { organisationId: null, registrarIanaId: null }
const wanted = { url: 'https://hooks.example.org/names?key=1', events: ['label.moved', 'result.final'] }

describe('making a webhook', () => {
  test('does it for organisation, registrar and programme; the secret is told once and kept encrypted', async () => {
    const { organisation, person } = await makeApplicant()
    const { ianaId } = await makeRegistrar()
    for (const [maker, holder] of [
      [person, { organisationId: organisation.id, registrarIanaId: null }],
      [await makePerson({ registrar: ianaId }), { organisationId: null, registrarIanaId: ianaId }],
      [await makePerson({ roles: ['administrator'] }), programme],
    ] as const) {
      const answer = await createWebhook(maker, { ...holder, ...wanted })
      if (!answer.ok) throw new Error(answer.error.message)
      const { webhookId, secret } = answer.value
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
      const [row] = await database().select().from(webhooks).where(eq(webhooks.id, webhookId))
      expect(row).toMatchObject({ ...holder, ...wanted, createdBy: maker.userId, disabledAt: null })
      expect(Buffer.from(row!.secret).includes(Buffer.from(secret))).toBe(false)
      expect(secretsOf(row!, row!.createdAt)).toEqual([secret])
      const shown = await ownWebhook(maker, { webhookId })
      expect(shown?.webhook.url).toBe(wanted.url)
      expect(await auditedAbout(webhookId), 'R9.3').not.toContain('hooks.example.org')
      expect(JSON.stringify(await ownWebhooks(maker, undefined))).not.toContain(secret)
    }
  })

  test('refuses the role: no owner, no second factor, nobody', async () => {
    const { organisation } = await makeApplicant()
    const holder = { organisationId: organisation.id, registrarIanaId: null }
    const member = (roles: readonly ('owner' | 'editor')[], assurance: 1 | 2) =>
      makePerson({ member: { organisationId: organisation.id, roles }, assurance })
    const input = { ...holder, ...wanted }
    expect(await createWebhook(await member(['editor'], 2), input)).toMatchObject(refusal('access.denied'))
    expect(await createWebhook(await member(['owner'], 1), input)).toMatchObject(
      refusal('access.second-factor-needed'),
    )
    expect(await createWebhook(anyone, input)).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the stranger: another’s organisation, the programme, both at once; and shows none of theirs', async () => {
    const [own, other] = [await makeApplicant(), await makeApplicant()]
    for (const holder of [
      { organisationId: other.organisation.id, registrarIanaId: null },
      programme,
      { organisationId: own.organisation.id, registrarIanaId: 1 },
    ])
      expect(await createWebhook(own.person, { ...holder, ...wanted })).toMatchObject(
        refusal('thing.not-found'),
      )
    const theirs = await makeWebhook({ person: other.person })
    expect(await ownWebhook(own.person, { webhookId: theirs.id })).toBeUndefined()
    expect((await ownWebhooks(own.person, undefined))!.webhooks).toEqual([])
  })

  test('refuses the moment: an address that is none, no event, and one too many', async () => {
    const { organisation, person } = await makeApplicant()
    const holder = { organisationId: organisation.id, registrarIanaId: null }
    for (const wrong of [
      { url: 'http://example.org/' },
      { url: 'https://10.0.0.1/' },
      { events: [] },
      { events: ['bid.placed'] },
    ])
      expect(await createWebhook(person, { ...holder, ...wanted, ...wrong })).toMatchObject(
        refusal('input.invalid'),
      )
    const tries = await Promise.all(
      Array.from({ length: MOST_WEBHOOKS + 2 }, () => createWebhook(person, { ...holder, ...wanted })),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(MOST_WEBHOOKS)
    expect(tries.find(({ ok }) => !ok)).toMatchObject(refusal('webhook.too-many'))
  })
})
