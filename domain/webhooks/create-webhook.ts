import { and, count, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { webhooks } from '@/db/schema/notifications'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { eventNames } from './event-types'
import { keepSecret } from './keep-secret'
import { lockHolder } from './lock-holder'
import { MOST_WEBHOOKS, problemWith } from './rules'
import { newSecret } from './sign-body'

/**
 * A new address that public events are sent to, for an organisation by its owner, for a registrar by its people, else for
 * the programme by an administrator. Answers the secret that signs, told this once. Refuses with `webhook.too-many`.
 */
export const createWebhook = operation('webhook.create', {
  input: z.strictObject({
    organisationId: z.string().max(60).nullable(),
    registrarIanaId: z.int().nullable(),
    url: z
      .string({ error: 'Enter the address.' })
      .trim()
      .max(500, 'Use an address of at most 500 characters.')
      .superRefine((address, context) => {
        const message = problemWith(address)
        if (message) context.addIssue({ code: 'custom', message })
      }),
    events: z
      .array(z.enum(eventNames, { error: 'Choose among the events.' }))
      .min(1, 'Choose at least one event.')
      .max(eventNames.length),
  }),
  subject: (tx, input, actor) => lockHolder(tx, input, actor),
  async run({ tx, at, actor, input: { url, events }, subject: holder }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const own = and(holder.where, isNull(webhooks.removedAt))
    const [held] = await tx.select({ number: count() }).from(webhooks).where(own)
    if (held!.number >= MOST_WEBHOOKS) throw refuse('webhook.too-many', { most: MOST_WEBHOOKS })
    const secret = newSecret()
    const webhookId = newId('whk', at)
    await tx.insert(webhooks).values({
      id: webhookId,
      organisationId: holder.organisationId,
      registrarIanaId: holder.registrarIanaId,
      url: new URL(url).href,
      events: [...new Set(events)],
      secret: keepSecret(secret),
      createdBy: actor.userId,
      createdAt: at,
      coveredUntil: at,
    })
    return { result: { webhookId, secret }, audit: { object: webhookId, facts: { events } } }
  },
})
