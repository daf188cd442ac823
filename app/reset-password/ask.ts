import { addressIn, limitBy } from '@/app/limit-by'
import { requestPasswordReset } from '@/domain/users/request-password-reset'
import { resetPassword } from '@/domain/users/reset-password'

export const askForReset = limitBy(
  { subject: addressIn, limit: 'letter', network: 'letter-network' },
  requestPasswordReset,
)

export const chooseByLink = limitBy(
  { subject: (input) => String((input as { token?: unknown }).token ?? ''), limit: 'sign-in' },
  resetPassword,
)
