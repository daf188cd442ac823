'use server'

import { answerCase } from '@/domain/cases/answer-case'
import { formAction } from '@/lib/form-action'

export const answer = formAction(answerCase, {
  input: (form) => ({ caseId: String(form.get('caseId') ?? ''), text: String(form.get('text') ?? '') }),
  done: 'Sent. We read it with the case.',
})
