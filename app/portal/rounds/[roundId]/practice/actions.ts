'use server'

import { openPractice } from '@/domain/practice/open-practice'
import { formAction } from '@/lib/form-action'

export const startPractice = formAction(openPractice, {
  input: (form) => ({ roundId: String(form.get('roundId') ?? '') }),
  next: ({ roundId }) => `/portal/rounds/${roundId}/practice`,
})
