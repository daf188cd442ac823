import { saveReview } from '@/domain/reviews/save-review'
import { submitReview } from '@/domain/reviews/submit-review'
import type { Actor } from '@/lib/access/actor'
import type { Answer, CallOptions } from '@/lib/door/definition'

/** The two buttons below a sheet: one form, one of two operations. */
export function saveOrSubmit(actor: Actor, input: unknown, options?: CallOptions): Promise<Answer<unknown>> {
  const { intent, sheet } = input as { intent: string; sheet: unknown }
  return intent === 'submit' ? submitReview(actor, sheet, options) : saveReview(actor, sheet, options)
}
