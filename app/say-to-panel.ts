'use server'

import { addRemark } from '@/domain/reviews/add-remark'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

/** What a reviewer or the chair adds to the discussion of a plan, from the page of either. */
export const sayToPanel = formAction(addRemark, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    criterion: text(form, 'criterion') || null,
    text: text(form, 'text'),
  }),
  done: 'Added to the discussion.',
})
