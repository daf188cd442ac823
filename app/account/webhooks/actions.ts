'use server'

import { enableWebhook } from '@/domain/webhooks/enable-webhook'
import { removeWebhook } from '@/domain/webhooks/remove-webhook'
import { formAction } from '@/lib/form-action'
import { readWebhook } from './read-webhook'
import { replayInMeasure } from './replay'
import { createAndKeep, rotateAndKeep } from './secrets'

const which = (form: FormData) => ({ webhookId: String(form.get('webhookId') ?? '') })

export const addWebhook = formAction(createAndKeep, {
  input: readWebhook,
  next: ({ webhookId }) => `/account/webhooks/${webhookId}`,
})

export const newSecret = formAction(rotateAndKeep, {
  input: which,
  done: 'The new secret is above. The one before signs too for a day.',
})

export const remove = formAction(removeWebhook, { input: which, next: () => '/account/webhooks' })

export const enable = formAction(enableWebhook, { input: which, done: 'Events are sent again.' })

export const replay = formAction(replayInMeasure, {
  input: (form) => ({ deliveryId: String(form.get('deliveryId') ?? '') }),
  done: 'It is sent again within moments.',
})
