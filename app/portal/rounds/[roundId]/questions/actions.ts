'use server'

import { askQuestion } from '@/domain/questions/ask-question'
import { formAction } from '@/lib/form-action'

export const ask = formAction(askQuestion, {
  input: (form) => ({
    roundId: String(form.get('roundId') ?? ''),
    question: String(form.get('question') ?? ''),
  }),
  next: (_result, form) => `/portal/rounds/${form.get('roundId')}/questions?asked=1`,
})
