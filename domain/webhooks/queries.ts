import { and, asc, desc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { registrars } from '@/db/schema/applications'
import { webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { organisations } from '@/db/schema/people'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { ofHolder } from './lock-holder'
import type { Holder } from './rules'

const LOGGED = 50

/** For whom the person may make webhooks. */
function holdersOf(person: Person): Holder[] {
  const owned = person.memberships.filter(({ role }) => role === 'owner')
  return [
    ...owned.map(({ organisationId }) => ({ organisationId, registrarIanaId: null })),
    ...(person.registrarIanaId === null
      ? []
      : [{ organisationId: null, registrarIanaId: person.registrarIanaId }]),
    ...(person.roles.includes('administrator') ? [{ organisationId: null, registrarIanaId: null }] : []),
  ]
}

/** Webhooks that exist for the person; one that is removed does for nobody. */
function own(person: Person): SQL | undefined {
  return and(isNull(webhooks.removedAt), or(...holdersOf(person).map(ofHolder)))
}

const shown = {
  id: webhooks.id,
  organisationId: webhooks.organisationId,
  registrarIanaId: webhooks.registrarIanaId,
  organisation: organisations.legalName,
  registrar: registrars.name,
  url: webhooks.url,
  events: webhooks.events,
  createdAt: webhooks.createdAt,
  previousUntil: webhooks.previousUntil,
  failingSince: webhooks.failingSince,
  disabledAt: webhooks.disabledAt,
}

/** The webhooks of everyone the person acts for, and whom it may make one for. */
export const ownWebhooks = query('webhooks.own', async ({ db, actor }) => {
  const holders = holdersOf(actor)
  if (holders.length === 0) return undefined
  const ids = holders.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]))
  const names = await db
    .select({ id: organisations.id, legalName: organisations.legalName })
    .from(organisations)
    .where(inArray(organisations.id, ids))
  const found = await db
    .select(shown)
    .from(webhooks)
    .leftJoin(organisations, eq(organisations.id, webhooks.organisationId))
    .leftJoin(registrars, eq(registrars.ianaId, webhooks.registrarIanaId))
    .where(own(actor))
    .orderBy(asc(webhooks.createdAt))
  return {
    holders: holders.map((holder) => ({
      ...holder,
      name:
        names.find(({ id }) => id === holder.organisationId)?.legalName ??
        (holder.registrarIanaId === null ? 'The programme' : `Registrar ${holder.registrarIanaId}`),
    })),
    webhooks: found,
  }
})

/** One webhook with its newest deliveries and every try of them. */
export const ownWebhook = query('webhooks.own', async ({ db, actor, input }) => {
  const { webhookId } = input as { webhookId: string }
  if (holdersOf(actor).length === 0) return undefined
  const [webhook] = await db
    .select(shown)
    .from(webhooks)
    .leftJoin(organisations, eq(organisations.id, webhooks.organisationId))
    .leftJoin(registrars, eq(registrars.ianaId, webhooks.registrarIanaId))
    .where(and(own(actor), eq(webhooks.id, webhookId)))
  if (!webhook) return undefined
  const deliveries = await db
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(LOGGED)
  const attempts = await db
    .select()
    .from(webhookAttempts)
    .where(
      inArray(
        webhookAttempts.deliveryId,
        deliveries.map(({ id }) => id),
      ),
    )
    .orderBy(asc(webhookAttempts.at), asc(webhookAttempts.id))
  return {
    webhook,
    deliveries: deliveries.map((delivery) => ({
      ...delivery,
      attempts: attempts.filter(({ deliveryId }) => deliveryId === delivery.id),
    })),
  }
})
