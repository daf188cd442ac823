'use server'

import { makeAppeal } from '@/domain/qpi-appeals/make-appeal'
import { formAction } from '@/lib/form-action'

export const appeal = formAction(makeAppeal, {
  input: (form) => ({ runId: String(form.get('runId') ?? ''), text: String(form.get('text') ?? '') }),
  done: 'Your appeal is with the programme. You have a letter when it is answered.',
})
