import { addressIn, limitBy } from '@/app/limit-by'
import { registerUser } from '@/domain/users/register-user'
import { resendVerification } from '@/domain/users/resend-verification'

const letters = { subject: addressIn, limit: 'letter', network: 'letter-network' } as const

export const askForAccount = limitBy(letters, registerUser)
export const askForLetter = limitBy(letters, resendVerification)
