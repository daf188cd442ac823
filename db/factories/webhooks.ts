import { database } from '@/db/client'
import { webhookDeliveries, webhooks } from '@/db/schema/notifications'
import type { EventType } from '@/domain/webhooks/event-types'
import { keepSecret } from '@/domain/webhooks/keep-secret'
import { newSecret } from '@/domain/webhooks/sign-body'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { makeApplicant } from './people'

type WebhookWanted = {
  /** Its maker; an owner of the organisation below. */
  person?: Person
  organisationId?: string | null
  url?: string
  events?: EventType[]
  disabled?: boolean
}

export type MadeWebhook = { id: string; secret: string; person: Person }

/** A webhook of an organisation, put in place directly; without one of a new organisation's. */
export async function makeWebhook(wanted: WebhookWanted = {}): Promise<MadeWebhook> {
  const made = wanted.person ? undefined : await makeApplicant()
  const person = wanted.person ?? made!.person
  const organisationId =
    wanted.organisationId !== undefined
      ? wanted.organisationId
      : (person.memberships.find(({ role }) => role === 'owner')?.organisationId ?? null)
  const at = processNow()
  const id = newId('whk', at)
  const secret = newSecret()
  await database()
    .insert(webhooks)
    .values({
      id,
      organisationId,
      url: wanted.url ?? 'https://hooks.example.org/names',
      events: wanted.events ?? ['label.moved'],
      secret: keepSecret(secret),
      createdBy: person.userId,
      createdAt: at,
      coveredUntil: at,
      disabledAt: wanted.disabled ? at : null,
    })
  return { id, secret, person }
}

/** One event that waits to be sent to a webhook. */
export async function makeDelivery(
  webhookId: string,
  wanted: { state?: 'waiting' | 'delivered' | 'failed' } = {},
): Promise<{ id: string; body: string }> {
  const at = processNow()
  const id = newId('msg', at)
  const body = JSON.stringify({ type: 'label.moved', timestamp: at, data: { id, label: 'q7' } })
  await database()
    .insert(webhookDeliveries)
    .values({
      id,
      webhookId,
      eventId: newId('mov', at),
      type: 'label.moved',
      body,
      createdAt: at,
      state: wanted.state ?? 'waiting',
      nextAt: at,
    })
  return { id, body }
}
