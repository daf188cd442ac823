import { addressIn, limitBy } from '@/app/limit-by'
import { confirmReport } from '@/domain/cases/confirm-report'
import { replyByLink } from '@/domain/cases/reply-by-link'
import { reportConfusion } from '@/domain/cases/report-confusion'

const field = (name: string) => (input: unknown) =>
  String((input as Record<string, unknown>)[name] ?? '').slice(0, 120)

/** Reports, confirmations and replies are counted by network too: their forms are open to everyone. */
export const takeReport = limitBy(
  { subject: addressIn, limit: 'letter', network: 'letter-network' },
  reportConfusion,
)
export const takeConfirmation = limitBy(
  { subject: field('token'), limit: 'letter', network: 'letter-network' },
  confirmReport,
)
export const takeReply = limitBy(
  { subject: field('key'), limit: 'letter', network: 'letter-network' },
  replyByLink,
)
