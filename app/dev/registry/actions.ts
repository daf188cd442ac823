'use server'

import { sendToStandIn } from '@/domain/allocations/stand-in-registry'
import { formAction } from '@/lib/form-action'

export const sendCommand = formAction(sendToStandIn, {
  input: (form) => ({ command: String(form.get('command') ?? '') }),
  shown: (answer) => answer,
})
