import { shownOnce } from '@/app/shown-once'
import { createWebhook } from '@/domain/webhooks/create-webhook'
import { rotateSecret } from '@/domain/webhooks/rotate-secret'
import type { Actor } from '@/lib/access/actor'

/** Under the address of its own page, so that each secret is shown beside its webhook alone. */
const secretOf = (webhookId: string) => shownOnce('webhook-secret', `/account/webhooks/${webhookId}`)

/** The secret that was just made, or none. */
export const freshSecret = (webhookId: string) => secretOf(webhookId).read()

export async function createAndKeep(actor: Actor, input: unknown) {
  const answer = await createWebhook(actor, input)
  if (answer.ok) await secretOf(answer.value.webhookId).keep(answer.value.secret)
  return answer
}

export async function rotateAndKeep(actor: Actor, input: unknown) {
  const answer = await rotateSecret(actor, input)
  if (answer.ok) await secretOf(answer.value.webhookId).keep(answer.value.secret)
  return answer
}
