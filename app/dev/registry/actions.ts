'use server'

import { createAtStandIn } from '@/domain/allocations/stand-in-registry'
import { formAction } from '@/lib/form-action'

export const sendCommand = formAction(createAtStandIn, {
  input: (form) => ({ command: String(form.get('command') ?? '') }),
  shown: (answer) => answer,
})
