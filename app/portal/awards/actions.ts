'use server'

import { acceptAward } from '@/domain/awards/accept-award'
import { declineAward } from '@/domain/awards/decline-award'
import { formAction } from '@/lib/form-action'

const input = (form: FormData) => ({
  awardId: String(form.get('awardId') ?? ''),
  confirmed: form.has('confirmed'),
})
const home = ({ awardId }: { awardId: string }) => `/portal/awards/${awardId}`

export const accept = formAction(acceptAward, { input, next: home })
export const decline = formAction(declineAward, { input, next: home })
