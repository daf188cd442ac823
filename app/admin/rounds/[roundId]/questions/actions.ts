'use server'

import { answerQuestion } from '@/domain/questions/answer-question'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const answer = formAction(answerQuestion, {
  input: (form) => ({
    questionId: text(form, 'questionId'),
    publishedQuestion: text(form, 'publishedQuestion'),
    answer: text(form, 'answer'),
  }),
  next: (_result, form) => `/admin/rounds/${text(form, 'roundId')}/questions`,
})
